"""TF-IDF and logistic regression on differences: what one would try first to tell which of two headlines wins.

In: {"train": [[winner, loser], ...], "test": [[winner, loser], ...]}. Out, for words of 1 to 2 and characters of 2 to 5:
{"words": [...], "characters": [...]}, the log-odds that the first of each test pair wins.
"""
import json
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

request = json.load(sys.stdin)
train, test = request["train"], request["test"]
signs = [1 if number % 2 == 0 else -1 for number in range(len(train))]


def log_odds(vectorizer):
    vectorizer.fit(sorted({text for pair in train for text in pair}))

    def differences(pairs):
        return vectorizer.transform([first for first, _ in pairs]) - vectorizer.transform([second for _, second in pairs])

    # Half of the training pairs are turned round, so that there are two classes.
    turned = [pair if sign == 1 else pair[::-1] for pair, sign in zip(train, signs)]
    model = LogisticRegression(C=1.0, fit_intercept=False, max_iter=1000).fit(differences(turned), signs)
    return model.decision_function(differences(test)).tolist()


json.dump(
    {
        "words": log_odds(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)),
        "characters": log_odds(TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)),
    },
    sys.stdout,
)
