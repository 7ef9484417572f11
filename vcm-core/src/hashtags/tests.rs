use super::*;
use crate::hash::Seed;

fn post<'a>(account: Option<&'a str>, at: &str, text: &'a str, engagement: f64) -> HashtagPost<'a> {
    HashtagPost { text, account, at: at.parse().ok(), engagement: Some(engagement), ..HashtagPost::default() }
}

fn index() -> HashtagIndex {
    let mut index = HashtagIndex::new();
    for (day, text) in [
        "Fresh sourdough out of the oven #bread #Baking",
        "Sourdough starter tips for winter #Bread #baking #sourdough",
        "Our oven is hot again #bread",
        "Rye loaf day #rye #bread",
    ]
    .iter()
    .enumerate()
    {
        index.add(&post(Some("bakery"), &format!("2026-01-0{}T08:00:00Z", day + 1), text, 40.0 + day as f64));
    }
    for day in 1..=4 {
        index.add(&post(
            Some("gym"),
            &format!("2026-01-0{day}T09:00:00Z"),
            "Leg day, heavy squats #gym #fitness",
            400.0,
        ));
    }
    index
}

fn tags(ranked: &[RankedHashtag]) -> Vec<&str> {
    ranked.iter().map(|entry| entry.tag.as_str()).collect()
}

#[test]
fn own_history_and_content_bring_the_right_tags_forward() {
    let query = RankQuery { text: "New sourdough from the oven", account: Some("bakery"), ..RankQuery::default() };
    let ranked = index().rank(&query, &RankOptions::default());
    assert_eq!(tags(&ranked)[0], "bread");
    assert!(!tags(&ranked).contains(&"gym"), "{:?}", tags(&ranked));
    assert!(ranked.iter().all(|entry| (0.0..=1.0).contains(&entry.score)));
    assert!(ranked[0].why.iter().any(|why| why.contains("association, not a cause")), "{:?}", ranked[0].why);
    assert_eq!(ranked[0].confidence, Confidence::Ok);
}

#[test]
fn a_post_never_votes_with_its_own_hashtags_and_never_with_the_future() {
    let index = index();
    let options = RankOptions::default();
    let bare = RankQuery { text: "Leg day", ..RankQuery::default() };
    let tagged = RankQuery { text: "Leg day #bread #rye", ..RankQuery::default() };
    assert_eq!(index.rank(&bare, &options), index.rank(&tagged, &options));
    let before =
        RankQuery { at: "2026-01-04T00:00:00Z".parse().ok(), text: "loaf", account: Some("bakery"), brief: None };
    assert!(!tags(&index.rank(&before, &options)).contains(&"rye"));
}

#[test]
fn without_data_only_the_brief_speaks_and_says_so() {
    let brief = BriefTags {
        preferred: vec!["rustlang".into(), "Like4Like".into()],
        derived: vec!["AsyncClosures".into(), "Spam".into()],
        avoided: vec!["spam".into()],
    };
    let query = RankQuery { text: "Async closures are here", brief: Some(&brief), ..RankQuery::default() };
    let index = HashtagIndex::new();
    let ranked = index.rank(&query, &RankOptions::default());
    assert_eq!(tags(&ranked), ["rustlang", "AsyncClosures"]);
    for entry in &ranked {
        assert_eq!((entry.bucket, entry.confidence, entry.saturation), (HashtagBucket::Own, Confidence::None, None));
    }
    assert!(index.notes(None)[0].contains("nothing is known"));
    assert_eq!(index.rank(&RankQuery { text: "anything", ..RankQuery::default() }, &RankOptions::default()), []);
}

#[test]
fn saturation_falls_for_an_account_that_can_win() {
    let index = index();
    let saturation = |account| {
        let query = RankQuery { text: "heavy squats", account: Some(account), ..RankQuery::default() };
        let ranked = index.rank(&query, &RankOptions::default());
        ranked.iter().find(|entry| entry.tag == "gym").unwrap().saturation.unwrap()
    };
    assert!(saturation("bakery") > saturation("gym"));
}

#[test]
fn a_copy_carries_tags_that_fit_it_and_repeats_none() {
    let entry = |tag: &str, score, bucket| RankedHashtag {
        tag: tag.into(),
        score,
        bucket,
        saturation: None,
        confidence: Confidence::Ok,
        why: Vec::new(),
    };
    let ranked = [
        entry("Bread", 0.9, HashtagBucket::High),
        entry("breads", 0.8, HashtagBucket::High),
        entry("SourdoughStarter", 0.4, HashtagBucket::Niche),
        entry("WinterMarket", 0.4, HashtagBucket::Niche),
        entry("bad tag", 1.0, HashtagBucket::Niche),
    ];
    let valid = |tag: &str| !tag.contains(' ');
    let ladder = ladder(Platform::Mastodon, &ranked, 3, &valid, Vec::new(), &LadderOptions::default());
    assert_eq!(tags(&ladder.rungs), ["Bread", "SourdoughStarter", "WinterMarket"]);
    assert_eq!(choose_for_copy(&ladder, "Feed your sourdough starter", 2), ["SourdoughStarter", "Bread"]);
    assert_eq!(choose_for_copy(&ladder, "Fresh #bread at the winter market", 2), ["WinterMarket"]);
    assert_eq!(choose_for_copy(&ladder, "", 0), [""; 0]);
}

#[test]
fn a_series_comes_forward_on_its_day_and_hour() {
    let mut index = HashtagIndex::new();
    let monday: jiff::Timestamp = "2026-01-05T08:00:00Z".parse().unwrap();
    for day in 0..42i64 {
        let at = monday.checked_add(jiff::SignedDuration::from_hours(24 * day)).unwrap();
        let text = if day % 7 == 3 { "Look what we found #ThrowbackThursday" } else { "Look what we made #studio" };
        index.add(&HashtagPost { text, account: Some("shop"), at: Some(at), ..HashtagPost::default() });
    }
    let series = |at: &str| {
        let query =
            RankQuery { text: "Something else", account: Some("shop"), at: at.parse().ok(), ..RankQuery::default() };
        let ranked = index.rank(&query, &RankOptions::default());
        ranked.into_iter().find(|entry| entry.tag == "ThrowbackThursday").unwrap()
    };
    let (monday, thursday) = (series("2026-02-16T20:00:00Z"), series("2026-02-19T08:00:00Z"));
    assert!(thursday.score > monday.score, "{} {}", thursday.score, monday.score);
    assert!(thursday.why.iter().any(|why| why.contains("this time of the day or week")), "{:?}", thursday.why);
}

#[test]
fn a_text_that_nothing_seen_has_to_do_with_gets_no_tag() {
    let query = RankQuery { text: "quantum chromodynamics", ..RankQuery::default() };
    assert_eq!(index().rank(&query, &RankOptions::default()), []);
    let filled = index().rank(&query, &RankOptions { fill_with_popular: true, ..RankOptions::default() });
    assert!(!filled.is_empty());
}

#[test]
fn words_of_a_tag_are_found_in_the_text_where_it_is_written_in_small_letters() {
    let mut index = HashtagIndex::new();
    for text in ["The sourdough starter", "A starter is what sourdough needs", "No sourdough without a starter"] {
        index.add(&HashtagPost { text: &format!("{text} #kitchen"), ..HashtagPost::default() });
    }
    for _ in 0..2 {
        index.add(&HashtagPost { text: "#sourdoughstarter #kitchen", ..HashtagPost::default() });
        index.add(&HashtagPost { text: "#oventemperature #kitchen", ..HashtagPost::default() });
    }
    let query = RankQuery { text: "Feed your starter and the sourdough thanks you", ..RankQuery::default() };
    let ranked = tags(&index.rank(&query, &RankOptions::default())).join(" ");
    let place = |tag: &str| ranked.find(tag).unwrap_or(usize::MAX);
    assert!(place("sourdoughstarter") < place("oventemperature"), "{ranked}");
}

#[test]
fn bytes_that_are_no_index_are_refused_in_words() {
    let bytes = index().to_bytes();
    let mut damaged = bytes.clone();
    damaged[40] ^= 1;
    let mut later = bytes.clone();
    later[8] = 200;
    for (bytes, says) in [
        (&b""[..], "not a hashtag index"),
        (b"{\"id\":1}", "not a hashtag index"),
        (&bytes[..bytes.len() / 2], "cut short or damaged"),
        (&bytes[..12], "cut short"),
        (&damaged, "damaged"),
        (&later, "later release"),
    ] {
        let message = HashtagIndex::from_bytes(bytes).unwrap_err().message().to_owned();
        assert!(message.contains(says), "{message}");
    }
}

#[test]
fn ten_thousand_random_posts_give_the_same_ranking_twice() {
    let build = || {
        let mut random = Seed(5).stream("posts");
        let mut index = HashtagIndex::new();
        for _ in 0..10_000 {
            let words: Vec<String> = (0..8).map(|_| format!("w{}", random.below(2000))).collect();
            let text = format!("{} #t{} #t{}", words.join(" "), random.below(300), random.below(300));
            index.add(&HashtagPost { text: &text, ..HashtagPost::default() });
        }
        index
    };
    let query = RankQuery { text: "w1 w2 w3 w4", ..RankQuery::default() };
    let options = RankOptions { fill_with_popular: true, ..RankOptions::default() };
    let first = build().rank(&query, &options);
    assert_eq!(first, build().rank(&query, &options));
    assert_eq!(first.len(), options.limit);
}

fn any_post() -> impl proptest::strategy::Strategy<Value = (String, Option<String>, Option<i64>, Option<f64>)> {
    (
        "([a-f]{1,3} |#[a-cA-C]{1,2} |\\PC ){0,8}",
        proptest::option::of("[xyz]"),
        proptest::option::of(-1000i64..1_000_000),
        proptest::option::of(0.0..1e6f64),
    )
}

fn any_tag() -> impl proptest::strategy::Strategy<Value = RankedHashtag> {
    use proptest::prelude::*;
    let bucket = prop_oneof![
        Just(HashtagBucket::High),
        Just(HashtagBucket::Medium),
        Just(HashtagBucket::Niche),
        Just(HashtagBucket::Own)
    ];
    let tag = prop_oneof!["[a-zA-Z]{1,12}", "\\PC{0,8}", Just("f4f".to_owned()), Just("FollowMe".to_owned())];
    (tag, 0.0..=1.0f64, bucket).prop_map(|(tag, score, bucket)| RankedHashtag {
        tag,
        score,
        bucket,
        saturation: None,
        confidence: Confidence::Thin,
        why: Vec::new(),
    })
}

proptest::proptest! {
    #[test]
    fn a_written_index_reads_back_and_answers_and_grows_as_before(
        posts in proptest::collection::vec(any_post(), 0..40),
        (text, account) in ("([a-f]{1,3} ){0,6}", "[xyz]"),
    ) {
        let add = |index: &mut HashtagIndex, post: &(String, Option<String>, Option<i64>, Option<f64>)| {
            let (text, account, second, engagement) = post;
            let at = second.and_then(|second| jiff::Timestamp::from_second(second).ok());
            index.add(&HashtagPost { text, account: account.as_deref(), at, engagement: *engagement, ..HashtagPost::default() });
        };
        let (early, late) = posts.split_at(posts.len() / 2);
        let mut kept = HashtagIndex::new();
        for post in early {
            add(&mut kept, post);
        }
        let mut read = HashtagIndex::from_bytes(&kept.to_bytes()).unwrap();
        proptest::prop_assert_eq!(read.to_bytes(), kept.to_bytes());
        for post in late {
            add(&mut kept, post);
            add(&mut read, post);
        }
        let options = RankOptions { fill_with_popular: true, ..RankOptions::default() };
        for account in [None, Some(account.as_str())] {
            let query = RankQuery { text: &text, account, ..RankQuery::default() };
            proptest::prop_assert_eq!(read.rank(&query, &options), kept.rank(&query, &options));
        }
        proptest::prop_assert_eq!(read.to_bytes(), kept.to_bytes());
    }

    #[test]
    fn a_damaged_index_never_panics(at in 0usize..400, value: u8) {
        let mut bytes = index().to_bytes();
        let body = bytes.len() - 32;
        bytes[9 + at % (body - 9)] = value;
        // With a checksum that fits, the reader itself must hold.
        let checksum = <sha2::Sha256 as sha2::Digest>::digest(&bytes[..body]);
        bytes[body..].copy_from_slice(&checksum);
        if let Ok(index) = HashtagIndex::from_bytes(&bytes) {
            let query = RankQuery { text: "New sourdough from the oven", account: Some("bakery"), ..RankQuery::default() };
            index.rank(&query, &RankOptions::default());
        }
    }

    #[test]
    fn no_ladder_breaks_cap_quota_ban_or_validity(
        ranked in proptest::collection::vec(any_tag(), 0..60),
        (cap, rungs, high, medium, niche) in (0u32..12, 0usize..20, 0usize..6, 0usize..6, 0usize..6),
        text in "[a-z #]{0,60}",
    ) {
        let options = LadderOptions { rungs, high, medium, niche, ..LadderOptions::default() };
        let valid = |tag: &str| !tag.is_empty() && tag.chars().all(char::is_alphanumeric) && tag.len() <= 10;
        let ladder = ladder(Platform::Bluesky, &ranked, cap, &valid, Vec::new(), &options);
        let count = |bucket| ladder.rungs.iter().filter(|entry| entry.bucket == bucket).count();
        proptest::prop_assert!(ladder.rungs.len() <= rungs);
        proptest::prop_assert!(count(HashtagBucket::High) <= high);
        proptest::prop_assert!(count(HashtagBucket::Medium) <= medium);
        proptest::prop_assert!(count(HashtagBucket::Niche) <= niche);
        proptest::prop_assert!(ladder.rungs.iter().all(|entry| valid(&entry.tag) && banned_reason(&entry.tag).is_none()));
        let identities: std::collections::BTreeSet<_> = ladder.rungs.iter().map(|entry| identity(&entry.tag)).collect();
        proptest::prop_assert_eq!(identities.len(), ladder.rungs.len());
        let chosen = choose_for_copy(&ladder, &text, 4);
        proptest::prop_assert!(chosen.len() <= 4.min(cap as usize));
        proptest::prop_assert!(chosen.iter().all(|tag| ladder.rungs.iter().any(|entry| entry.tag == *tag)));
    }
}
