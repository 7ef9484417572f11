//! Embeds the machine: a brief goes in, a person approves, a kit comes out.
//!
//! `cargo run -p example-brief-to-kit -- examples/briefs/rust-1-85.toml kit.zip`

use std::path::Path;

use futures_util::TryStreamExt;
use vcm_agents::{
    Machine, inputs,
    machine::{NewCampaign, Target},
};
use vcm_core::{Error, ErrorKind, Result, id::OrgId, org::Actor};

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [brief, target] = arguments.as_slice() else {
        return Err(Error::new(ErrorKind::InvalidInput, "start", "usage: example-brief-to-kit BRIEF TARGET"));
    };

    // Everything in one file; `sqlite::memory:` keeps nothing.
    let machine = Machine::builder().store(vcm_store::open("sqlite::memory:").await?).build()?;
    let desk = machine.workspace(OrgId::LOCAL, Actor::LOCAL);

    let loaded = inputs::load_brief_file(Path::new(brief))?;
    let (history, trends, pictures) = (loaded.history, loaded.trends, loaded.pictures);
    let campaign = desk.create_campaign(NewCampaign { history, trends, pictures, ..loaded.brief.into() }).await?;

    // Events arrive as they are committed; dropping the stream stops the run after a durable step.
    let mut run = desk.run(campaign.id);
    while let Some(event) = run.try_next().await? {
        println!("{:>3} {}", event.seq, event.kind.as_str());
    }

    // A person looks at the draft here. An approval names the content that was looked at: any edit voids it.
    let draft = desk.kit(campaign.id).await?;
    for copy in draft.content.copies.iter().take(3) {
        println!("\n[{}]\n{}", copy.key, copy.full_text());
    }
    desk.approve(campaign.id, &draft.content_hash).await?;

    let released = desk.export(campaign.id, &Target::of(Path::new(target))).await?;
    println!("\n{} files in {}", released.files, released.target.display());
    Ok(())
}
