//! Learning from edits: what an edit does, keeps and teaches, and how that is read and removed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::sync::Arc;

use vcm_agents::{
    Machine, Workspace,
    machine::{CopyEdit, NewCampaign},
};
use vcm_core::{
    ErrorKind,
    brief::{BriefFormat, parse},
    campaign::Campaign,
    id::{OrgId, UserId},
    org::{Actor, Role},
    ports::Store,
    voice::{HouseRule, Part},
};

fn desk_on(store: &Arc<dyn Store>, org: OrgId, role: Role) -> Workspace {
    let machine = Machine::builder().store(Arc::clone(store)).build().unwrap();
    machine.workspace(org, Actor { user: UserId::LOCAL, role })
}

async fn desk() -> (Arc<dyn Store>, Workspace) {
    let store = vcm_store::open("sqlite::memory:").await.unwrap();
    let desk = desk_on(&store, OrgId::LOCAL, Role::Owner);
    (store, desk)
}

async fn reviewed(desk: &Workspace) -> Campaign {
    let text = include_str!("../../examples/briefs/rust-1-85.toml");
    let mut brief = parse(text, BriefFormat::Toml).unwrap();
    brief.platforms.truncate(1);
    brief.angles = 2;
    (brief.history, brief.trends) = (Vec::new(), Vec::new());
    brief.voice.rules = vec![HouseRule::NoExclamationMarks];
    let campaign = desk.create_campaign(NewCampaign::from(brief)).await.unwrap();
    desk.run(campaign.id).finish().await.unwrap();
    desk.campaign(campaign.id).await.unwrap()
}

fn to(text: &str) -> CopyEdit {
    CopyEdit { parts: Some(vec![text.to_owned()]), why: Some("shorter".to_owned()), ..CopyEdit::default() }
}

#[tokio::test]
async fn an_edit_says_what_it_broke_and_what_has_no_source_and_is_learned() {
    let (_, desk) = desk().await;
    let campaign = reviewed(&desk).await;
    let old = desk.board(campaign.id).await.unwrap().copies[0].clone();
    let kept = old.sentences.iter().find(|sentence| !sentence.sources.is_empty()).unwrap().clone();
    let text = format!("New here! {} Try it?", kept.text);
    let done = desk.edit_copy(campaign.id, &old.key, to(&text)).await.unwrap();
    assert_eq!((&done.before, done.after.parts[0].as_str()), (&old, text.as_str()));
    assert_eq!(done.without_source, ["New here!", "Try it?"]);
    let sentences: Vec<_> = done.after.sentences.iter().map(|one| (one.text.as_str(), one.sources.len())).collect();
    assert_eq!(sentences, [("New here!", 0), (kept.text.as_str(), kept.sources.len()), ("Try it?", 0)]);
    assert_eq!(done.voice.1.breaks[0].rule, "no_exclamation_marks");
    assert!(!done.approval_void);

    let learned = done.learned.unwrap();
    assert_eq!((learned.after.as_str(), learned.why.as_deref()), (text.as_str(), Some("shorter")));
    assert_eq!(desk.voice_evidence().await.unwrap(), std::slice::from_ref(&learned));
    assert_eq!(desk.voice_evidence_of(&learned.id).await.unwrap(), learned);

    let same = desk.edit_copy(campaign.id, &old.key, to(&text)).await.unwrap_err();
    assert_eq!(same.kind(), ErrorKind::InvalidInput, "an edit that changes nothing is refused");
    let tags = CopyEdit { hashtags: Some(vec!["rust".into()]), ..CopyEdit::default() };
    assert_eq!(desk.edit_copy(campaign.id, &old.key, tags).await.unwrap().learned, None, "hashtags teach no voice");
    let kit = desk.kit(campaign.id).await.unwrap().voice.unwrap();
    let read = kit.copies.iter().find(|copy| copy.copy == old.key).unwrap();
    let broken: Vec<&str> = read.breaks.iter().map(|one| one.rule.as_str()).collect();
    assert_eq!(broken, ["no_exclamation_marks", "required_word"], "the kit shows what is broken");
    desk.run(campaign.id).finish().await.unwrap();
    assert!(desk.replay(campaign.id).await.unwrap().is_equal());
}

#[tokio::test]
async fn the_next_campaign_knows_what_was_learned_and_keeps_it_when_it_is_forgotten() {
    let (store, desk) = desk().await;
    let first = reviewed(&desk).await;
    assert_eq!(first.inputs.voice, None);
    let keys: Vec<String> = desk.board(first.id).await.unwrap().copies.iter().map(|copy| copy.key.clone()).collect();
    let edited = "Short! Very short! Go on, you two! Yes!";
    desk.edit_copy(first.id, &keys[0], to(edited)).await.unwrap();
    desk.edit_copy(first.id, &keys[1], to("So short! And loud!")).await.unwrap();

    let second = reviewed(&desk).await;
    assert!(second.inputs.voice.is_some());
    let share = |voice: &vcm_core::voice::TargetVoice| voice.profile().habit(vcm_core::voice::Habit::Exclamation).share;
    let (before, after) = (desk.target_voice(first.id).await.unwrap(), desk.target_voice(second.id).await.unwrap());
    assert!(share(&after) > share(&before) + 0.2, "{} and {}", share(&before), share(&after));
    assert!(after.score("Loud! So loud!") > before.score("Loud! So loud!"));
    let kit = desk.kit(second.id).await.unwrap();
    let differences = &kit.voice.as_ref().unwrap().differences;
    assert!(differences.iter().any(|one| one.part == Part::Exclamations), "{differences:?}");

    let other = desk_on(&store, OrgId(uuid::Uuid::from_u128(7)), Role::Owner);
    assert_eq!(other.voice_evidence().await.unwrap(), []);
    assert_eq!(reviewed(&other).await.inputs.voice, None, "another org has its own voice");

    let id = desk.voice_evidence().await.unwrap()[0].id.clone();
    let editor = desk_on(&store, OrgId::LOCAL, Role::Editor);
    assert_eq!(editor.forget_voice(&id).await.unwrap_err().kind(), ErrorKind::PermissionDenied);
    assert_eq!(other.forget_voice(&id).await.unwrap_err().kind(), ErrorKind::NotFound);
    desk.forget_voice(&id).await.unwrap();
    assert_eq!(desk.forget_voice(&id).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(desk.forget_all_voice().await.unwrap(), 1);
    assert_eq!(desk.forget_all_voice().await.unwrap(), 0);
    let actions: Vec<String> = desk.audit(0).await.unwrap().into_iter().map(|one| one.entry.action).collect();
    assert_eq!(actions.iter().filter(|action| *action == "voice.forgotten").count(), 2, "{actions:?}");
    desk.verify_audit().await.unwrap();

    assert_eq!(desk.kit(second.id).await.unwrap(), kit, "a kit that exists stays as it is");
    assert!(desk.replay(second.id).await.unwrap().is_equal());
    assert_eq!(reviewed(&desk).await.inputs.voice, None, "the next one starts without");
}
