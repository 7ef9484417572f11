"""CPU seconds a text of alt-profanity-check (one batch) and of Presidio's pattern recognisers (no language model) on the same texts."""
import json
import sys
import time

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from profanity_check import predict


class Blank(NlpEngine):
    """Tokens and nothing else: the patterns need no more."""

    engine_name = "blank"

    def __init__(self):
        self.nlp = spacy.blank("en")

    def load(self):
        pass

    def is_loaded(self):
        return True

    def get_supported_languages(self):
        return ["en"]

    def get_supported_entities(self):
        return []

    def is_stopword(self, word, language):
        return False

    def is_punct(self, word, language):
        return False

    def process_text(self, text, language):
        tokens = self.nlp(text)
        return NlpArtifacts(entities=[], tokens=tokens, tokens_indices=[token.idx for token in tokens],
                            lemmas=[token.text for token in tokens], nlp_engine=self, language=language)

    def process_batch(self, texts, language, **options):
        for text in texts:
            yield text, self.process_text(text, language)


def seconds_a_text(work, texts):
    """The median of three rounds."""
    rounds = []
    for _ in range(3):
        start = time.process_time()
        work(texts)
        rounds.append((time.process_time() - start) / len(texts))
    return sorted(rounds)[1]


job = json.load(sys.stdin)
texts = job["texts"]
engine = Blank()
registry = RecognizerRegistry()
registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
registry.recognizers = [known for known in registry.recognizers if "Spacy" not in known.name]
analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])
analyzer.analyze(texts[0], "en")
predict(texts[:2])
json.dump({
    "profanity": seconds_a_text(predict, texts),
    "presidio": seconds_a_text(lambda some: [analyzer.analyze(text, "en") for text in some], texts[: job["presidio"]]),
}, sys.stdout)
