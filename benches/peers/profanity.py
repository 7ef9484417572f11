"""Chances of alt-profanity-check for every text, and better-profanity's yes or no for the first few (it is slow)."""
import json
import sys

from better_profanity import profanity
from profanity_check import predict_prob

job = json.load(sys.stdin)
texts = job["texts"]
profanity.load_censor_words()
json.dump({
    "alt": [float(chance) for chance in predict_prob(texts)],
    "better": [bool(profanity.contains_profanity(text)) for text in texts[: job["better"]]],
}, sys.stdout)
