//! A brief from a seed: one of a dozen domains, sparse, normal or rich, with every policy and the odd characters of real life.

use serde_json::{Value, json};

use super::{
    marks::Filler,
    material::{self, Domain, Odd},
    oddities,
};
use crate::{
    brief::{self, Brief},
    hash::{Seed, SeededRandom},
    platform::Platform,
};

const TONES: &[&str] = &["plain", "warm", "playful", "bold", "formal", "technical"];
const GOALS: &[&str] = &["awareness", "engagement", "traffic", "signups", "sales", "community"];
const FACTORS: &[&str] = &["hook", "body", "cta", "visual"];

/// How much material a generated brief has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Richness {
    /// One fact and nothing else.
    Sparse,
    /// Three to six facts, and some of the lists.
    Normal,
    /// All that the domain has.
    Rich,
}

/// The richness of the brief of a seed: of five seeds, one is sparse, two are normal, two are rich.
pub fn richness(seed: u64) -> Richness {
    match seed % 5 {
        0 => Richness::Sparse,
        1 | 2 => Richness::Normal,
        _ => Richness::Rich,
    }
}

/// A valid brief in a language of [`super::LANGUAGES`]. The same language and seed give the same brief; any 60 seeds in a row cover
/// every platform, goal, tone, person, emoji policy, locale and domain.
///
/// # Panics
/// When there is no material for the language.
pub fn generated(language: &str, seed: u64) -> Brief {
    let phrases = material::language(language);
    let mut random = Seed(seed).stream(&format!("generated-brief/{language}"));
    let turn = usize::try_from(seed).unwrap();
    let domain = deal(turn, "domain", &phrases.domain);
    let tone = deal(turn, "tone", TONES);
    let plural = random.below(6) == 0;
    let name = match (random.below(4), plural) {
        (0, false) => oddities::name(&mut random).to_owned(),
        (_, false) => domain.names[random.below(domain.names.len())].clone(),
        (_, true) => domain.plural_names[random.below(domain.plural_names.len())].clone(),
    };
    let formal = matches!(*tone, "formal" | "technical");
    let filling = Seed(seed).stream(&format!("generated-brief/{language}/marks"));
    let mut author = Author {
        domain,
        odd: &phrases.odd,
        richness: richness(seed),
        fill: Filler { language, id: &domain.id, name: &name, plural, formal, random: filling },
        random,
    };
    let mut value = author.material();
    let fields = value.as_object_mut().unwrap();
    fields.insert("name".into(), json!(format!("{} {seed}", domain.id)));
    fields.insert("locale".into(), json!(deal(turn, "locale", material::locales(language))));
    fields.insert("angles".into(), json!(3 + author.random.below(4)));
    author.plan(turn, fields);
    author.voice(turn, tone, fields);
    brief::from_value(value).unwrap_or_else(|error| panic!("{language} {seed}: {error}"))
}

/// Deals out a list like a pack of cards: every item comes once before one comes again, in an order of its own for each `label`.
fn deal<'a, T>(turn: usize, label: &str, list: &'a [T]) -> &'a T {
    let mut order: Vec<usize> = (0..list.len()).collect();
    Seed((turn / list.len()) as u64).stream(&format!("generated-brief/deal/{label}")).shuffle(&mut order);
    &list[order[turn % list.len()]]
}

struct Author<'a> {
    domain: &'a Domain,
    odd: &'a Odd,
    richness: Richness,
    fill: Filler<'a>,
    random: SeededRandom,
}

type Fields = serde_json::Map<String, Value>;

impl Author<'_> {
    fn material(&mut self) -> Value {
        let proofs = self.proofs();
        let first = proofs[0]["id"].clone();
        let domain = self.domain;
        let summary = self.fill.sentence(&domain.summary).text;
        let (most_lists, most_does) = if self.richness == Richness::Sparse { (0, 0) } else { (20, 4) };
        let mut value = json!({
            "product": {
                "name": self.fill.name,
                "category": domain.category,
                "summary": summary,
                "plural": self.fill.plural,
                "does": self.phrases(&domain.does, most_does),
            },
            "audiences": self.audiences(),
            "proof_points": proofs,
        });
        let fields = value.as_object_mut().unwrap();
        if most_lists > 0 && self.keeps() {
            fields.insert("steps".into(), json!(self.phrases(&domain.steps, most_lists)));
        }
        for (field, entries, names) in [
            ("myths", &domain.myths, ["belief", "fact"]),
            ("objections", &domain.objections, ["question", "answer"]),
            ("comparisons", &domain.comparisons, ["before", "after"]),
        ] {
            if most_lists > 0 && self.keeps() {
                let pair = |[left, right]: [String; 2]| json!({ names[0]: left, names[1]: right, "proof": first });
                let pairs: Vec<Value> = entries.iter().map(|entry| pair(self.pair(entry))).collect();
                fields.insert(field.into(), json!(pairs));
            }
        }
        if most_lists > 0 && self.keeps() {
            let source = self.source();
            let dated = |[when, event]: [String; 2]| json!({ "when": when, "event": event, "source": source });
            let dated: Vec<Value> = domain.milestones.iter().map(|entry| dated(self.pair(entry))).collect();
            fields.insert("milestones".into(), json!(dated));
        }
        if most_lists > 0 && self.keeps() {
            let mut offer = json!({ "text": self.fill.sentence(&domain.offer).text });
            if self.random.below(2) == 0 {
                offer["until"] = json!("2026-12-15");
            }
            if self.random.below(3) == 0 {
                offer["code"] = json!("WINTER26");
            }
            fields.insert("offer".into(), offer);
        }
        value
    }

    /// Whether an optional part is there.
    fn keeps(&mut self) -> bool {
        self.richness == Richness::Rich || self.random.below(2) == 0
    }

    fn proofs(&mut self) -> Vec<Value> {
        let domain = self.domain;
        let kinds = [
            ("fact", &domain.facts),
            ("feature", &domain.features),
            ("result", &domain.results),
            ("quote", &domain.quotes),
        ];
        let mut entries: Vec<(&str, &str)> =
            kinds.iter().flat_map(|(kind, list)| list.iter().map(|entry| (*kind, entry.as_str()))).collect();
        self.random.shuffle(&mut entries);
        let most = match self.richness {
            Richness::Sparse => 1,
            Richness::Normal => 3 + self.random.below(4),
            Richness::Rich => entries.len(),
        };
        entries.truncate(most);
        if self.random.below(3) == 0 {
            let at = self.random.below(entries.len());
            entries[at] = ("fact", &self.odd.facts[self.random.below(self.odd.facts.len())]);
        }
        let long = format!("{} :: {}", self.odd.long_topic, self.odd.long_fact);
        if self.random.below(12) == 0 && entries.len() > 1 {
            entries[0] = ("fact", &long);
        }
        entries.iter().enumerate().map(|(at, (kind, entry))| self.proof(at, kind, entry)).collect()
    }

    fn proof(&mut self, at: usize, kind: &str, entry: &str) -> Value {
        let fields: Vec<&str> = entry.split(" :: ").collect();
        let statement = self.fill.sentence(fields[1]);
        let mut proof = json!({
            "id": format!("{kind}-{at}"),
            "statement": statement.text,
            "source": self.source(),
            "kind": if kind == "fact" && statement.figure.is_some() { "figure" } else { kind },
        });
        // Some people leave out what is optional.
        if self.random.below(8) > 0 {
            proof["topic"] = json!(self.fill.phrase(fields[0]));
        }
        if let Some(figure) = statement.figure.filter(|_| self.random.below(8) > 0) {
            proof["figure"] = json!(figure);
        }
        if let Some(who) = fields.get(2) {
            proof["attribution"] = json!(who);
        }
        proof
    }

    fn source(&mut self) -> String {
        let template = &self.odd.sources[self.random.below(self.odd.sources.len())];
        self.fill.phrase(template)
    }

    fn audiences(&mut self) -> Vec<Value> {
        let sparse = self.richness == Richness::Sparse;
        let mut audiences = Vec::new();
        for entry in self.domain.audiences.iter().take(if sparse { 1 } else { 2 }) {
            let fields: Vec<&str> = entry.split(" :: ").collect();
            let list = |field: &str| -> Vec<String> {
                if sparse { Vec::new() } else { field.split(" | ").map(str::to_owned).collect() }
            };
            audiences.push(json!({ "name": fields[0], "pains": list(fields[1]), "wants": list(fields[2]) }));
        }
        if self.random.below(8) == 0 {
            audiences[0]["name"] = json!(self.odd.audiences[self.random.below(self.odd.audiences.len())]);
        }
        audiences
    }

    fn phrases(&mut self, templates: &[String], most: usize) -> Vec<String> {
        templates.iter().take(most).map(|template| self.fill.phrase(template)).collect()
    }

    fn pair(&mut self, entry: &str) -> [String; 2] {
        let (left, right) = entry.split_once(" :: ").unwrap_or_else(|| panic!("{entry:?} is not a pair"));
        [self.fill.sentence(left).text, self.fill.sentence(right).text]
    }

    fn plan(&mut self, turn: usize, fields: &mut Fields) {
        let mut platforms: Vec<Platform> = Platform::ALL.to_vec();
        platforms.rotate_left(turn % Platform::ALL.len());
        self.random.shuffle(&mut platforms[1..]);
        platforms.truncate(1 + self.random.below(3));
        let plans: Vec<Value> = platforms.iter().map(|platform| json!({ "platform": platform })).collect();
        fields.insert("platforms".into(), json!(plans));
        let own_limits = [(Platform::Mastodon, 1000 + self.random.below(2000)), (Platform::X, 25_000)];
        let accounts: Vec<Value> = own_limits
            .iter()
            .filter(|(platform, _)| platforms.contains(platform) && self.random.below(3) == 0)
            .map(|(platform, limit)| json!({ "id": "own", "platform": platform, "max_chars": limit }))
            .take(1)
            .collect();
        fields.insert("accounts".into(), json!(accounts));
        let mut goals = vec![json!({ "kind": deal(turn, "goal", GOALS) })];
        if self.random.below(3) == 0 {
            goals.push(json!({ "kind": GOALS[self.random.below(GOALS.len())] }));
        }
        fields.insert("goals".into(), json!(goals));
        let mut links = vec![json!({
            "id": "main",
            "url": oddities::url(&self.domain.id, &mut self.random),
            "label": self.fill.phrase(&self.domain.label),
        })];
        match self.random.below(4) {
            0 => links.clear(),
            1 => links.push(json!({
                "id": "other",
                "url": format!("https://{}.example.org/more", self.domain.id),
                "label": self.odd.labels[self.random.below(self.odd.labels.len())],
            })),
            _ => {}
        }
        fields.insert("links".into(), json!(links));
        let tags: Vec<&String> = self.odd.tags.iter().take(self.random.below(4)).collect();
        fields.insert("hashtags".into(), json!({ "use": tags }));
        fields.insert(
            "schedule".into(),
            json!({ "start": "2026-12-01", "end": "2026-12-20", "time_zone": "Europe/Berlin" }),
        );
        let factor = deal(turn, "factor", FACTORS);
        let experiment = json!({
            "factors": [factor], "metric": "clicks", "baseline_rate": 0.02, "impressions_per_post": 2000,
        });
        fields.insert("experiment".into(), experiment);
    }

    fn voice(&mut self, turn: usize, tone: &str, fields: &mut Fields) {
        let mut tones = vec![tone];
        let second = TONES[self.random.below(TONES.len())];
        // Warm and formal at once is a contradiction that a writer cannot settle.
        let agree = |a: &str, b: &str| (a == "formal" || a == "technical") == (b == "formal" || b == "technical");
        if second != tone && agree(second, tone) && self.random.below(3) == 0 {
            tones.push(second);
        }
        let said = Value::Object(fields.clone()).to_string().to_lowercase();
        let mut banned: Vec<&String> = self.odd.banned.iter().filter(|word| !said.contains(word.as_str())).collect();
        self.random.shuffle(&mut banned);
        banned.truncate(if self.random.below(4) == 0 { 3 } else { 0 });
        let required: Vec<&str> = if self.random.below(6) == 0 { vec![self.fill.name] } else { Vec::new() };
        let examples: &[String] = if self.random.below(4) == 0 { &self.odd.examples } else { &[] };
        let person = deal(turn, "person", &["we", "i", "third"]);
        let emoji = deal(turn, "emoji", &["none", "sparing", "free"]);
        let voice = json!({
            "tone": tones,
            "person": person,
            "emoji": emoji,
            "banned_words": banned,
            "required_words": required,
            "examples": examples,
        });
        fields.insert("voice".into(), voice);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::testing::briefs::LANGUAGES;

    #[test]
    fn every_brief_is_valid_and_repeats() {
        for language in LANGUAGES {
            for seed in 0..300 {
                let brief = generated(language, seed);
                assert_eq!(brief, generated(language, seed));
                assert_eq!(brief.proof_points.len() == 1, richness(seed) == Richness::Sparse, "{language} {seed}");
            }
        }
    }

    #[test]
    fn sixty_seeds_cover_every_choice() {
        for language in LANGUAGES {
            let mut seen: BTreeSet<String> = BTreeSet::new();
            for seed in 0..60 {
                let brief = generated(language, seed);
                seen.extend(brief.platforms.iter().map(|plan| format!("platform {}", plan.platform)));
                seen.insert(format!("goal {:?}", brief.goals[0].kind));
                seen.insert(format!("tone {:?}", brief.voice.tone[0]));
                seen.insert(format!("person {:?}", brief.voice.person));
                seen.insert(format!("emoji {:?}", brief.voice.emoji));
                seen.insert(format!("locale {}", brief.locale));
                seen.insert(format!("domain {}", brief.name.split(' ').next().unwrap()));
                seen.insert(format!("factor {:?}", brief.experiment.unwrap().factors[0]));
                seen.insert(format!("plural {}", brief.product.plural));
            }
            let choices = 10 + 6 + 6 + 3 + 3 + material::locales(language).len() + 12 + 4 + 2;
            assert_eq!(seen.len(), choices, "{language}: {seen:?}");
        }
    }
}
