#![expect(clippy::float_cmp, reason = "zeros are exact here: they are set, not computed")]

use super::*;
use crate::hash::Seed;

fn text(id: usize, text: &str, author: &str, at: &str) -> TrendText {
    TrendText {
        id: id.to_string(),
        text: text.to_owned(),
        at: at.parse().ok(),
        source: Some("feed".to_owned()),
        author: (!author.is_empty()).then(|| author.to_owned()),
        url: None,
    }
}

fn now() -> Timestamp {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

/// Two subjects over ten days: one steady, one that takes off on the last day; and one actor who posts a lot.
fn corpus() -> Vec<TrendText> {
    let mut texts = Vec::new();
    let asides =
        ["today", "finally", "again", "somehow", "really", "still", "tonight", "maybe", "abroad", "everywhere"];
    for (day, aside) in (0..10).zip(asides) {
        let at = format!("2026-03-{:02}T09:00:00Z", day + 1);
        texts.push(text(texts.len(), &format!("garden tomatoes need water {aside}"), &format!("g{day}"), &at));
        texts.push(text(texts.len(), &format!("buy cheap watches bargain {aside} outlet"), "shop", &at));
    }
    for (place, aside) in asides.iter().enumerate().skip(2) {
        let body = format!("compiler release async closures {aside}");
        texts.push(text(texts.len(), &body, &format!("r{place}"), "2026-03-10T08:00:00Z"));
    }
    texts
}

#[test]
fn growing_relevant_topics_come_first_and_one_actor_never_makes_a_trend() {
    let keywords = ["async closures".to_owned(), "release".to_owned()];
    let topics = topics(&corpus(), &keywords, now(), &TopicOptions::default());
    let [release, garden, shop] = topics.as_slice() else { panic!("{topics:#?}") };
    assert_eq!(release.key, "topic-1");
    for word in ["compiler", "release", "async", "closures"] {
        assert!(release.label.contains(word), "{}", release.label);
    }
    assert!(release.momentum > 0.5 && garden.momentum.abs() < 0.5, "{} {}", release.momentum, garden.momentum);
    assert!(release.relevance > 0.2 && garden.relevance == 0.0);
    assert_eq!((release.texts, release.authors), (8, 8));
    assert!(release.medoid.starts_with("compiler release"));
    assert_eq!(shop.score, 0.0);
    assert!(shop.why.iter().any(|why| why.contains("fewer than 3 authors")), "{:?}", shop.why);
}

#[test]
fn texts_without_times_authors_or_keywords_still_make_topics() {
    let bare: Vec<_> =
        corpus().into_iter().map(|text| TrendText { at: None, author: None, source: None, ..text }).collect();
    let topics = topics(&bare, &[], now(), &TopicOptions::default());
    assert_eq!(topics.len(), 3);
    for topic in &topics {
        assert!(topic.score > 0.0 && topic.score <= 1.0 && topic.momentum == 0.0 && topic.first_seen.is_none());
        assert!(topic.why.iter().any(|why| why.contains("no times")), "{:?}", topic.why);
    }
}

#[test]
fn what_has_not_happened_yet_is_no_trend() {
    let future: Vec<_> =
        corpus().into_iter().map(|text| TrendText { at: "2027-01-01T00:00:00Z".parse().ok(), ..text }).collect();
    assert_eq!(topics(&future, &[], now(), &TopicOptions::default()), []);
}

#[test]
fn clusters_of_hardly_any_input() {
    let options = ClusterOptions::default();
    assert_eq!(assign(&[], &options), [0u32; 0]);
    assert_eq!(assign(&["one text"], &options), [0]);
    assert_eq!(assign(&["same words here"; 500], &options), [0; 500]);
    assert_eq!(assign(&["", "🎉", "the", ""], &options), [0, 1, 2, 0]);
}

#[test]
fn topics_do_not_depend_on_the_order_of_the_input() {
    let mut shuffled = corpus();
    // Texts of one instant keep their input order, so each gets its own.
    for (text, second) in shuffled.iter_mut().zip(0..) {
        text.at = text.at.map(|at| at + jiff::SignedDuration::from_secs(second));
    }
    let before = topics(&shuffled, &[], now(), &TopicOptions::default());
    Seed(3).stream("order").shuffle(&mut shuffled);
    assert_eq!(topics(&shuffled, &[], now(), &TopicOptions::default()), before);
}

#[test]
fn topics_keep_their_ids_when_texts_are_added_and_are_new_after_a_silence() {
    let options = TopicOptions::default();
    let before = topics(&corpus(), &[], now(), &options);
    let mut more = corpus();
    for (place, aside) in ["slowly", "twice", "nightly"].into_iter().enumerate() {
        let body = format!("garden tomatoes need water {aside}");
        more.push(text(100 + place, &body, &format!("n{place}"), "2026-03-11T09:00:00Z"));
    }
    let later = "2026-03-11T12:00:00Z".parse().unwrap();
    let after = topics_since(&before, &more, &[], later, &options);
    let id_of = |topics: &[TrendTopic], word: &str| {
        topics.iter().find(|topic| topic.medoid.contains(word)).map(|topic| topic.id.clone()).unwrap()
    };
    for word in ["tomatoes", "compiler", "watches"] {
        assert!(id_of(&before, word).starts_with("trend-"));
        assert_eq!(id_of(&after, word), id_of(&before, word), "{word}");
    }
    let renamed: Vec<TrendTopic> =
        before.iter().map(|topic| TrendTopic { id: format!("kept {}", topic.key), ..topic.clone() }).collect();
    for topic in topics_since(&renamed, &more, &[], later, &options) {
        assert!(topic.id.starts_with("kept "), "{}", topic.id);
    }
    let silent: Vec<TrendText> = corpus()
        .into_iter()
        .chain(corpus().into_iter().map(|text| TrendText {
            id: format!("again {}", text.id),
            text: format!("{} once more lately", text.text),
            at: text.at.map(|at| at + jiff::SignedDuration::from_hours(24 * 40)),
            ..text
        }))
        .collect();
    let much_later = "2026-04-19T12:00:00Z".parse().unwrap();
    let gardens: Vec<TrendTopic> = topics(&silent, &[], much_later, &options)
        .into_iter()
        .filter(|topic| topic.terms.iter().any(|term| term == "tomatoes"))
        .collect();
    assert_eq!(gardens.len(), 2, "closed after 14 days without a text: {gardens:#?}");
    assert_ne!(gardens[0].id, gardens[1].id);
}

#[test]
fn an_hour_of_many_voices_alarms_and_one_source_counts_less_than_two() {
    let mut texts = corpus();
    let asides =
        ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "islet", "jetty", "knoll", "ledge"];
    for (place, aside) in asides.into_iter().enumerate() {
        let body = format!("compiler release async closures {aside}");
        texts.push(text(200 + place, &body, &format!("v{place}"), "2026-03-10T09:10:00Z"));
    }
    let found = topics(&texts, &[], now(), &TopicOptions::default());
    assert!(found[0].medoid.contains("compiler") && found[0].burst > 1.4, "{:#?}", found[0]);
    assert!(found[0].why.iter().any(|why| why.starts_with("burst alarm")), "{:?}", found[0].why);
    assert!(found.iter().filter(|topic| !topic.medoid.contains("compiler")).all(|topic| topic.burst == 0.0));
    for text in texts.iter_mut().filter(|text| text.text.contains("garden")).step_by(2) {
        text.source = Some("another feed".to_owned());
    }
    let garden = |topics: Vec<TrendTopic>| topics.into_iter().find(|topic| topic.medoid.contains("garden")).unwrap();
    let two_sources = topics(&texts, &[], now(), &TopicOptions::default());
    let compiler = two_sources[0].clone();
    assert!(compiler.score < found[0].score, "one source of two: {} {}", compiler.score, found[0].score);
    assert_eq!(garden(two_sources).sources.len(), 2);
}

proptest::proptest! {
    #[test]
    fn hostile_texts_are_clustered_and_named(texts in proptest::collection::vec("\\PC{0,40}", 0..20)) {
        let borrowed: Vec<&str> = texts.iter().map(String::as_str).collect();
        let options = ClusterOptions { window_texts: 4, ..ClusterOptions::default() };
        let clusters = assign(&borrowed, &options);
        proptest::prop_assert_eq!(clusters.len(), texts.len());
        proptest::prop_assert_eq!(&clusters, &assign(&borrowed, &options));
        for (one, first) in texts.iter().zip(&clusters) {
            for (two, second) in texts.iter().zip(&clusters) {
                proptest::prop_assert!(one != two || first == second);
            }
        }
        let dated: Vec<TrendText> = texts.iter().enumerate().map(|(place, body)| text(place, body, "", "2026-03-10T09:00:00Z")).collect();
        for topic in topics(&dated, &[], now(), &TopicOptions { minimum_texts: 1, ..TopicOptions::default() }) {
            proptest::prop_assert!((0.0..=1.0).contains(&topic.score));
        }
    }
}

#[test]
fn ten_thousand_random_texts_are_clustered_the_same_way_twice() {
    let mut random = Seed(1).stream("texts");
    let texts: Vec<String> =
        (0..10_000).map(|_| (0..8).map(|_| format!("w{}", random.below(3000))).collect::<Vec<_>>().join(" ")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let options = ClusterOptions { window_texts: 1000, ..ClusterOptions::default() };
    let first = assign(&texts, &options);
    assert_eq!(first, assign(&texts, &options));
    assert_eq!(first.len(), texts.len());
    // Numbers appear in order: each is at most one above those before it.
    first.iter().fold(0, |next, cluster| {
        assert!(*cluster <= next);
        next.max(cluster + 1)
    });
}
