"""Posts to slots with OR-tools CP-SAT, the exact model: one slot a post, one post a slot, a gap within a campaign, a daily cap per platform.

In:  {"values": [[int per slot] per post], "campaign": [int], "platform": [int], "gap_slots": int, "day_slots": int, "daily_cap": int, "seconds": number}
Out: {"value": number, "bound": number, "seconds": number, "status": str}
"""

import json
import sys
import time

from ortools.sat.python import cp_model


def main():
    case = json.load(sys.stdin)
    values, campaign, platform = case["values"], case["campaign"], case["platform"]
    gap, day_slots = case["gap_slots"], case["day_slots"]
    posts, slots = range(len(values)), len(values[0])
    model = cp_model.CpModel()
    chosen = [[model.new_bool_var("") for _ in range(slots)] for _ in posts]
    for post in posts:
        model.add_exactly_one(chosen[post])
    for slot in range(slots):
        model.add_at_most_one(chosen[post][slot] for post in posts)
    for one in sorted(set(campaign)):
        mine = [post for post in posts if campaign[post] == one]
        if len(mine) > 1:
            # At most one post in any gap + 1 slots in a row.
            for first in range(slots - gap):
                model.add_at_most_one(chosen[post][slot] for post in mine for slot in range(first, first + gap + 1))
    for one in sorted(set(platform)):
        for first in range(0, slots, day_slots):
            day = range(first, min(slots, first + day_slots))
            model.add(sum(chosen[post][slot] for post in posts if platform[post] == one for slot in day) <= case["daily_cap"])
    model.maximize(sum(value * chosen[post][slot] for post in posts for slot, value in enumerate(values[post])))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = case["seconds"]
    solver.parameters.random_seed = 1
    began = time.perf_counter()
    status = solver.solve(model)
    seconds = time.perf_counter() - began
    print(json.dumps({
        "value": solver.objective_value,
        "bound": solver.best_objective_bound,
        "seconds": seconds,
        "status": solver.status_name(status),
    }))


main()
