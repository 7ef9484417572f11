"""Makes vcm-core/tests/golden/experiments.json: the numbers that the experiments engine must reproduce.

Every figure comes from statsmodels, scipy or pyDOE3 at full precision, or (marked so) from the published formula in plain numpy.
Usage: python benches/peers/experiments_golden.py > vcm-core/tests/golden/experiments.json
Needs numpy, scipy, statsmodels (0.15) and pyDOE3 (1.6).
"""

import json

import numpy as np
import statsmodels.api as sm
from pyDOE3 import fracfact, fullfact, pbdesign
from scipy import integrate, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import FTestAnovaPower, NormalIndPower, TTestIndPower
from statsmodels.stats.proportion import proportion_effectsize, proportions_ztest

ALPHA, POWER = 0.05, 0.8


def sizes():
    """Sizes of each arm, three formulas; arcsine is statsmodels, the others the textbook formulas."""
    rows = []
    for first, second, alpha, power in [
        (0.05, 0.06, ALPHA, POWER),
        (0.015, 0.018, ALPHA, POWER),
        (0.10, 0.11, ALPHA, POWER),
        (0.015, 0.0225, ALPHA, POWER),
        (0.3, 0.25, 0.01, 0.9),
        (0.002, 0.0023, 0.05 / 3, 0.95),
        (0.5, 0.9, 0.1, 0.6),
    ]:
        z_alpha, z_power = stats.norm.ppf(1 - alpha / 2), stats.norm.ppf(power)
        separate = first * (1 - first) + second * (1 - second)
        mean = (first + second) / 2
        pooled = z_alpha * np.sqrt(2 * mean * (1 - mean)) + z_power * np.sqrt(separate)
        rows.append({
            "first": first,
            "second": second,
            "alpha": alpha,
            "power": power,
            "arcsine": NormalIndPower().solve_power(
                effect_size=abs(proportion_effectsize(first, second)), alpha=alpha, power=power
            ),
            "unpooled": (z_alpha + z_power) ** 2 * separate / (first - second) ** 2,
            "pooled": pooled**2 / (first - second) ** 2,
        })
    return rows


def t_sizes():
    rows = []
    for effect, alpha, power in [(0.2, ALPHA, POWER), (0.5, ALPHA, POWER), (1.5, 0.01, 0.9), (0.02, ALPHA, 0.95)]:
        needed = TTestIndPower().solve_power(effect_size=effect, alpha=alpha, power=power)
        rows.append({"effect": effect, "alpha": alpha, "power": power, "needed": float(needed)})
    return rows


def anova_sizes():
    rows = []
    for groups, effect, alpha, power in [(4, 0.1, ALPHA, POWER), (3, 0.25, ALPHA, POWER), (6, 0.4, 0.01, 0.9)]:
        needed = FTestAnovaPower().solve_power(effect_size=effect, alpha=alpha, power=power, k_groups=groups)
        rows.append({"groups": groups, "effect": effect, "alpha": alpha, "power": power, "needed": float(needed)})
    return rows


def sequences():
    """Confidence sequences (Waudby-Smith et al. 2021), the published formulas in numpy."""
    rows = []
    for variance, n, alpha, tuning, difference in [
        (0.2, 10_000, 0.05, 5_000, 0.012),
        (0.06, 2_500, 0.05, 5_000, 0.011),
        (1.0, 300, 0.01, 1_000, 0.4),
    ]:
        rho = np.sqrt((-2 * np.log(alpha) + np.log(-2 * np.log(alpha) + 1)) / tuning)
        inner = n * rho**2 + 1
        half = np.sqrt(variance) * np.sqrt(2 * inner * np.log(np.sqrt(inner) / alpha) / (n * rho) ** 2)
        error = np.sqrt(variance / n)
        distance = difference**2 * n / error**2
        p = min(1.0, np.sqrt(inner) * np.exp(-(rho**2) * distance / (2 * inner)))
        rows.append({
            "variance": variance, "n": n, "alpha": alpha, "tuning": tuning,
            "half_width": half, "difference": difference, "p": p,
        })
    return rows


def sample_ratios():
    rows = []
    for seen, shares in [([10_000, 10_100], [1, 1]), ([3_122, 3_010, 2_960, 3_300], [1, 1, 1, 1]), ([700, 330], [7, 3])]:
        expected = np.array(shares) / sum(shares) * sum(seen)
        statistic, p = stats.chisquare(seen, expected)
        rows.append({"seen": seen, "shares": shares, "chi_square": statistic, "p": p})
    return rows


def two_arms():
    """Pooled z-test (statsmodels), plain interval, and GrowthBook's posterior of the relative lift (published formulas)."""
    rows = []
    for (n0, s0), (n1, s1) in [((20_000, 300), (20_000, 480)), ((3_100, 52), (3_050, 61)), ((900, 210), (1_100, 240))]:
        z, p = proportions_ztest([s1, s0], [n1, n0])
        a, b = s0 / n0, s1 / n1
        var_a, var_b = a * (1 - a), b * (1 - b)
        lift = (b - a) / a
        sd = np.sqrt(var_b / (n1 * a**2) + var_a * b**2 / (n0 * a**4))
        normal = stats.norm(lift, sd)
        below = normal.cdf(0)
        # E[d | d < 0] of a normal: mean - sd * phi / Phi.
        mean_below = lift - sd * stats.norm.pdf(lift / sd) / below
        rows.append({
            "control": [n0, s0], "arm": [n1, s1], "z": z, "p": p,
            "lift": lift, "lift_sd": sd, "chance_to_beat": 1 - below, "expected_loss": below * abs(mean_below),
            "lift_interval": list(normal.ppf([0.025, 0.975])),
        })
    return rows


def chances():
    """Chance that the last beta draw is the largest, by adaptive quadrature."""
    rows = []
    for arms in [[[1.66 + 300, 107 + 19_700], [1.66 + 340, 107 + 19_660]], [[2, 30], [3, 25], [4, 40]]]:
        *others, (a, b) = arms
        center, sd = stats.beta(a, b).mean(), stats.beta(a, b).std()
        low, high = max(0, center - 12 * sd), min(1, center + 12 * sd)
        win = lambda x: stats.beta(a, b).pdf(x) * np.prod([stats.beta(*other).cdf(x) for other in others])
        # Loss: the integral of P(this <= x < best other).
        loss = lambda x: stats.beta(a, b).cdf(x) * (1 - np.prod([stats.beta(*other).cdf(x) for other in others]))
        rows.append({
            "arms": arms,
            "chance": integrate.quad(win, low, high, limit=400, epsabs=1e-13)[0],
            "loss": integrate.quad(loss, 0, 1, limit=800, points=[low, center, high], epsabs=1e-13)[0],
        })
    return rows


def counts():
    """Quasi-Poisson regression with Pearson scale: log ratio of means and its standard error."""
    rows = []
    for control, arm in [
        ([12, 3, 45, 8, 0, 22, 17, 5], [30, 14, 9, 61, 28, 2, 40, 19]),
        ([1, 0, 2, 4, 1], [3, 2, 6, 1, 4]),
    ]:
        y = np.array(control + arm, float)
        x = sm.add_constant(np.array([0] * len(control) + [1] * len(arm), float))
        fit = sm.GLM(y, x, family=sm.families.Poisson()).fit(scale="X2", use_t=True)
        rows.append({
            "control": control, "arm": arm, "log_ratio": fit.params[1], "error": fit.bse[1],
            "dispersion": fit.scale, "t": fit.tvalues[1], "p": fit.pvalues[1],
        })
    return rows


def posts():
    """Ratio of sums with posts as the unit: delta method in numpy, Welch's degrees of freedom."""
    rows = []
    for control, arm in [
        ([[1412, 24], [1105, 17], [1730, 29], [980, 15]], [[1388, 33], [1260, 27], [1655, 35], [1042, 24], [700, 9]]),
        ([[5000, 50], [5000, 150]], [[5000, 90], [5000, 210]]),
    ]:
        def of(posts):
            x, y = np.array(posts, float).T
            ratio, n = y.sum() / x.sum(), len(x)
            cov = np.cov(x, y, ddof=1)
            variance = (cov[1, 1] + ratio**2 * cov[0, 0] - 2 * ratio * cov[0, 1]) / (n * x.mean() ** 2)
            return ratio, variance, n

        (a, va, na), (b, vb, nb) = of(control), of(arm)
        t = (b - a) / np.sqrt(va + vb)
        df = (va + vb) ** 2 / (va**2 / (na - 1) + vb**2 / (nb - 1))
        rows.append({"control": control, "arm": arm, "difference": b - a, "t": t, "p": 2 * stats.t.sf(abs(t), df)})
    return rows


def paired():
    """Paired t-test of log rates, half a success and one impression added."""
    blocks = [[[1412, 24], [1388, 33]], [[1105, 17], [1260, 27]], [[1730, 29], [1655, 35]], [[980, 15], [1042, 24]]]
    log_rate = lambda n, s: np.log((s + 0.5) / (n + 1))
    gaps = [log_rate(*arm) - log_rate(*control) for control, arm in blocks]
    test = stats.ttest_1samp(gaps, 0)
    low, high = test.confidence_interval(0.95)
    return [{
        "blocks": blocks, "t": test.statistic, "p": test.pvalue,
        "lift": np.expm1(np.mean(gaps)), "interval": [np.expm1(low), np.expm1(high)],
    }]


def adjustments():
    p = [0.001, 0.04, 0.012, 0.3, 0.011]
    return [{"p": p, **{m: list(multipletests(p, method=m)[1]) for m in ["bonferroni", "holm", "fdr_bh"]}}]


def designs():
    """Rows sorted, so that run order does not matter."""
    sort = lambda table: sorted([int(x) for x in row] for row in table)
    return {
        "fractions": [
            {"text": text, "rows": sort(fracfact(text))}
            for text in ["a b c abc", "a b c ab ac", "a b c d abc bcd", "a b c -ab", "a b c d abc abd acd bcd"]
        ],
        "plackett_burman": [{"factors": k, "runs": len(pbdesign(k))} for k in [3, 5, 7, 9, 11, 15, 17, 19, 21, 23]],
        "full": [{"levels": levels, "rows": sort(fullfact(levels))} for levels in [[2, 3], [2, 2, 3]]],
    }


def distributions():
    """Tails where careless code loses digits."""
    rows = [{"of": "beta", "at": [a, b, x], "is": stats.beta(a, b).cdf(x)} for a, b, x in [
        (1.66, 107, 0.015), (1_500.0, 98_500.0, 0.0153), (2e6, 3e6, 0.4001), (0.5, 5e8, 4e-9), (40.0, 2e7, 2.5e-6)]]
    rows += [{"of": "t", "at": [p, df], "is": stats.t.isf(p / 2, df)} for p, df in [(0.05, 3), (0.01, 1e4), (0.05, 1e7)]]
    rows += [{"of": "noncentral_f", "at": [x, a, b, nc], "is": stats.ncf.sf(x, a, b, nc)}
             for x, a, b, nc in [(3.9, 1, 100, 8.0), (2.6, 3, 1090, 10.9)]]
    return rows


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


tables = [sizes, t_sizes, anova_sizes, sequences, sample_ratios, two_arms, chances, counts, posts, paired, adjustments, designs, distributions]
print(json.dumps(plain({table.__name__: table() for table in tables}), indent=1))
