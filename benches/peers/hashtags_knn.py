"""scikit-learn beside vcm: hashtags of the 50 nearest posts by TF-IDF cosine, votes weighted by similarity.

Standard input: {"history": [[text, [tag, ...]], ...], "queries": [text, ...]}; hashtags are already taken out of the texts.
Standard output: for each query its ten best tags.
"""

import json
import sys
from collections import Counter

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

asked = json.load(sys.stdin)
vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english")
history = vectorizer.fit_transform([text for text, _ in asked["history"]])
tags = [tags for _, tags in asked["history"]]
queries = vectorizer.transform(asked["queries"])
answers = []
for row in queries:
    similarity = (history @ row.T).toarray().ravel()
    near = np.argpartition(-similarity, 50)[:50] if len(similarity) > 50 else np.arange(len(similarity))
    votes = Counter()
    for post in near[np.argsort(-similarity[near])]:
        for tag in tags[post]:
            votes[tag] += float(similarity[post])
    answers.append([tag for tag, vote in votes.most_common(10) if vote > 0])
json.dump(answers, sys.stdout)
