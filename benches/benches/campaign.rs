//! Speed of a commit and of a whole campaign: `cargo bench -p vcm-benches --bench campaign`.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may panic; criterion's macros have no docs")]

use criterion::{Criterion, criterion_group, criterion_main};
use vcm_agents::{
    Machine,
    export::{KitFiles, RenderOptions},
    machine::NewCampaign,
};
use vcm_benches::shape;
use vcm_core::{campaign::Effect, hash::Seed, id::OrgId, kit::KitStatus, org::Actor, testing::briefs};

fn new_campaign() -> NewCampaign {
    NewCampaign { seed: Some(Seed(7)), now: Some("2026-11-22T09:00:00Z".parse().unwrap()), ..briefs::runnable().into() }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// The peers' forty steps, in memory: what the engine costs without the disk.
fn forty_steps(criterion: &mut Criterion) {
    let runtime = runtime();
    let mut group = criterion.benchmark_group("forty steps, in memory");
    group.sample_size(20);
    for (name, effect) in [("each committed", Effect::Outside), ("committed by state", Effect::Pure)] {
        let store = runtime.block_on(vcm_store::open("sqlite::memory:")).unwrap();
        let desk = shape::machine(store, effect).unwrap().workspace(OrgId::LOCAL, Actor::LOCAL);
        group.bench_function(name, |bench| {
            bench.iter(|| {
                runtime.block_on(async {
                    let campaign = desk.create_campaign(new_campaign()).await.unwrap();
                    desk.run(campaign.id).finish().await.unwrap();
                });
            });
        });
    }
    group.finish();
}

/// A brief to its review, and the review to kit files.
fn whole_campaign(criterion: &mut Criterion) {
    let runtime = runtime();
    let store = runtime.block_on(vcm_store::open("sqlite::memory:")).unwrap();
    let desk = Machine::builder().store(store).build().unwrap().workspace(OrgId::LOCAL, Actor::LOCAL);
    let mut group = criterion.benchmark_group("offline campaign");
    group.sample_size(10);
    group.bench_function("brief to review", |bench| {
        bench.iter(|| {
            runtime.block_on(async {
                let campaign = desk.create_campaign(new_campaign()).await.unwrap();
                desk.run(campaign.id).finish().await.unwrap();
            });
        });
    });
    let kit = runtime.block_on(async {
        let campaign = desk.create_campaign(new_campaign()).await.unwrap();
        desk.run(campaign.id).finish().await.unwrap();
        desk.board(campaign.id).await.unwrap().kit(KitStatus::Draft).unwrap()
    });
    group.bench_function("kit files, pictures drawn", |bench| {
        bench.iter(|| KitFiles::new(&kit, &RenderOptions::default()).unwrap());
    });
    group.finish();
}

criterion_group!(benches, forty_steps, whole_campaign);
criterion_main!(benches);
