"""Posts of a small local model on the subjects of the reading protocol: a plain prompt, as anyone would write it.

    python model_posts.py --briefs DIR --out FILE --url http://127.0.0.1:28080 [--seed N]
    python model_posts.py --briefs DIR --out FILE --gguf MODEL.gguf [--seed N]

The model is a base model behind an OpenAI-compatible server (`/v1/completions`), so the prompt is three examples and the
facts. With --gguf the server is started here (package xllamacpp). Only the standard library is needed otherwise.
Writes {"brief": "post"} as `reading prepare --model FILE` reads it. docs/kit-quality.md says how a round goes.
"""

import argparse
import json
import pathlib
import time
import tomllib
import urllib.request

# Written for this prompt: facts in, a post out. One for each kind of client.
EXAMPLES = {
    "en": [
        (["Fern & Clay is a pottery studio.", "Evening classes begin on 9 January.", "A class has eight people.", "The first glaze is included."],
         "https://fern.example.org", "facebook",
         "New year, new mug? Our evening classes begin on 9 January. Eight people, eight wheels, and the first glaze is on us. "
         "Save your seat: https://fern.example.org #pottery"),
        (["The Night Bus Map is an app.", "It shows every night bus in the city.", "It works without a connection.", "It has 40,000 users."],
         "https://nightbus.example.org", "x",
         "Missed the last train? The Night Bus Map shows every night bus in the city, even when you have no signal. 40,000 people "
         "get home with it. https://nightbus.example.org"),
        (["The Kestrel is a satellite.", "It measured the height of 3,100 lakes.", "One lake in four has lost water since 2010."],
         "https://kestrel.example.org", "facebook",
         "A lake is a mirror when you look down on it. Our Kestrel satellite measured 3,100 of them, and one in four has lost water since "
         "2010. See the map: https://kestrel.example.org"),
    ],
    "es": [
        (["Barro y Helecho es un taller de cerámica.", "Las clases empiezan el 9 de enero.", "Hay ocho plazas por clase."],
         "https://barro.example.org", "facebook",
         "¿Te apetece estrenar taza este año? Las clases empiezan el 9 de enero y solo hay ocho plazas. https://barro.example.org"),
    ],
    "de": [
        (["Farn & Ton ist eine Töpferwerkstatt.", "Die Kurse beginnen am 9. Januar.", "Ein Kurs hat acht Plätze."],
         "https://ton.example.org", "facebook",
         "Neues Jahr, neue Tasse? Am 9. Januar beginnen unsere Kurse, mit acht Plätzen. https://ton.example.org"),
    ],
    "fr": [
        (["Fougère et Terre est un atelier de poterie.", "Les cours commencent le 9 janvier.", "Un cours compte huit places."],
         "https://terre.example.org", "facebook",
         "Et si votre tasse venait de vos mains ? Les cours commencent le 9 janvier : huit places. https://terre.example.org"),
    ],
    "pt": [
        (["Barro e Feto é uma oficina de cerâmica.", "As aulas começam em 9 de janeiro.", "Cada turma tem oito lugares."],
         "https://barro.example.org", "facebook",
         "Ano novo, caneca nova? As aulas começam em 9 de janeiro e cada turma tem oito lugares. https://barro.example.org"),
    ],
}


def pick_platform(brief):
    """As the sheets choose it: Facebook where the brief has it, else its first platform."""
    platforms = [plan["platform"] for plan in brief["platforms"]]
    return "facebook" if "facebook" in platforms else platforms[0]


def facts(brief):
    told = [brief["product"]["summary"]]
    told += [proof["statement"] + (f" ({proof['attribution']})" if "attribution" in proof else "") for proof in brief.get("proof_points", [])]
    told += [step for step in brief.get("steps", [])]
    told += [brief["offer"]["text"]] if "offer" in brief else []
    return told


def block(told, link, platform, post):
    return f"Facts: {' '.join(told)}\nLink: {link}\nA good {platform} post that uses several of these facts: {post}"


def prompt(brief):
    language = brief.get("locale", "en-US").split("-")[0]
    link = brief["links"][0]["url"] if brief.get("links") else "none"
    blocks = [block(*example) for example in EXAMPLES[language]]
    blocks.append(block(facts(brief), link, pick_platform(brief), "").rstrip())
    return "Social media posts written from facts.\n###\n" + "\n###\n".join(blocks)


def complete(url, text, seed):
    body = {"prompt": text, "max_tokens": 160, "temperature": 0.7, "top_p": 0.95, "repeat_penalty": 1.1, "seed": seed, "stop": ["###", "\nFacts:", "\nLink:", "\nA good"]}
    request = urllib.request.Request(url + "/v1/completions", json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=300) as answer:
        return json.load(answer)["choices"][0]["text"].strip()


def serve(gguf):
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = gguf
    parameters.n_ctx = 4096
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = 2
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 28080
    return xllamacpp.Server(parameters)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefs", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--url", default="http://127.0.0.1:28080")
    parser.add_argument("--gguf", help="start a server with this model first")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    server = serve(arguments.gguf) if arguments.gguf else None
    url = server.listening_address if server and str(server.listening_address).startswith("http") else arguments.url
    posts = {}
    for path in sorted(arguments.briefs.glob("*.toml")):
        if path.name == "people.toml":
            continue
        brief = tomllib.loads(path.read_text(encoding="utf-8"))
        started = time.monotonic()
        # An answer of a few words or of the link alone is drawn again: nobody would post it, and beating it says nothing.
        for attempt in range(5):
            post = complete(url, prompt(brief), arguments.seed + attempt)
            if len(post.split()) >= 8:
                break
        posts[path.stem] = post
        print(f"{path.stem}: {len(post)} characters in {time.monotonic() - started:.1f} s", flush=True)
    arguments.out.write_text(json.dumps(posts, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
