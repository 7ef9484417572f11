"""statsmodels sizes and pyDOE3 fractions for the questions on standard input (see benches/src/quality/experiments.rs)."""

import json
import sys

from pyDOE3 import fracfact
from statsmodels.stats.power import FTestAnovaPower, NormalIndPower, TTestIndPower
from statsmodels.stats.proportion import proportion_effectsize

asked = json.load(sys.stdin)
json.dump(
    {
        "proportions": [
            float(NormalIndPower().solve_power(abs(proportion_effectsize(first, second)), alpha=alpha, power=power))
            for first, second, alpha, power in asked["proportions"]
        ],
        "t_tests": [
            float(TTestIndPower().solve_power(effect, alpha=alpha, power=power)) for effect, alpha, power in asked["t_tests"]
        ],
        "anovas": [
            float(FTestAnovaPower().solve_power(effect, alpha=alpha, power=power, k_groups=int(groups)))
            for groups, effect, alpha, power in asked["anovas"]
        ],
        "fractions": [[[int(cell) for cell in row] for row in fracfact(text)] for text in asked["fractions"]],
    },
    sys.stdout,
)
