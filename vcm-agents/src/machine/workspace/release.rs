//! The kit: as data, and written somewhere.

use std::path::{Path, PathBuf};

use vcm_core::{
    Error, ErrorKind, Result,
    campaign::{Board, Command, EventKind, State},
    hash::ContentHash,
    id::CampaignId,
    kit::{Kit, KitStatus},
    org::Permission,
    ports::StoreExt,
};

use super::Workspace;
use crate::{
    export::{self, KitFiles, RenderOptions},
    visuals::Pictures,
};

/// Where a kit is written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// A folder; created if missing.
    Folder(PathBuf),
    /// One ZIP file.
    Zip(PathBuf),
    /// A service that this build cannot export to.
    Unsupported(String),
}

impl Target {
    /// The target that a path names: a file when it ends in `.zip`, `notion` and `drive` as services, a folder otherwise.
    pub fn of(path: &Path) -> Self {
        match path.to_str() {
            Some(name @ ("notion" | "drive")) => Target::Unsupported(name.to_owned()),
            _ if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) => {
                Target::Zip(path.to_owned())
            }
            _ => Target::Folder(path.to_owned()),
        }
    }

    /// The folder or file.
    pub fn display(&self) -> String {
        match self {
            Target::Folder(path) | Target::Zip(path) => path.display().to_string(),
            Target::Unsupported(name) => name.clone(),
        }
    }

    /// Checks that something can be written there, before a run is spent on it.
    ///
    /// # Errors
    /// `io` naming the folder; `unsupported` for a service.
    pub fn check(&self) -> Result<()> {
        match self {
            Target::Folder(path) => export::check_folder(path),
            Target::Zip(path) => export::check_zip_file(path),
            Target::Unsupported(name) => Err(unsupported(name)),
        }
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    /// Where.
    pub target: Target,
    /// How many files.
    pub files: usize,
    /// Draft or approved.
    pub status: KitStatus,
    /// The content.
    pub content_hash: ContentHash,
}

impl Workspace {
    /// The campaign's kit: approved when its very content was approved, a draft otherwise.
    pub async fn kit(&self, id: CampaignId) -> Result<Kit> {
        self.actor.require(Permission::Read, "kit")?;
        self.kit_of(&self.machine.0.store.board(self.org, id).await?).await
    }

    /// Writes the kit and records it. An approved campaign is `exported` after it; a draft stays as it is. Writing again is
    /// allowed and gives the same bytes.
    ///
    /// # Errors
    /// `invalid_transition` before there is a kit to write; `io` naming the file; `unsupported` for a service.
    pub async fn export(&self, id: CampaignId, target: &Target) -> Result<Released> {
        self.actor.require(Permission::Write, "export")?;
        let board = self.machine.0.store.board(self.org, id).await?;
        if !matches!(board.campaign.status.state, State::Reviewing | State::Exported) {
            return Err(super::wrong_state(
                "export",
                &board,
                "there is no kit before reviewing: run the campaign first",
            ));
        }
        let kit = self.kit_of(&board).await?;
        let (status, content_hash) = (kit.status, kit.content_hash.clone());
        if status == KitStatus::Approved {
            self.actor.require(Permission::Approve, "export")?;
        }
        let mut pictures = Pictures::none();
        for (name, hash) in &board.campaign.inputs.pictures {
            let bytes = self.machine.0.store.blob(self.org, hash).await?.ok_or_else(|| {
                Error::new(ErrorKind::DataCorrupt, "export", "a picture of the campaign is missing")
                    .with("picture", name)
            })?;
            pictures.insert(name, bytes);
        }
        let destination = target.clone();
        let files =
            tokio::task::spawn_blocking(move || write(&kit, &pictures, &destination)).await.map_err(|error| {
                Error::new(ErrorKind::Unexpected, "export", "writing the kit stopped").caused_by(error)
            })??;
        let written = EventKind::KitWritten { target: absolute(target), status, content_hash: content_hash.clone() };
        match status {
            KitStatus::Approved => self.command_with(board, &Command::Export, vec![written]).await?,
            KitStatus::Draft => {
                self.commit(&board.campaign, Vec::new(), vec![written], Some("campaign.draft_written")).await?;
            }
        }
        Ok(Released { target: target.clone(), files, status, content_hash })
    }

    /// The kit, with its voice read beside all that the campaign knows of the asked one. Approved means: this very content, as it is
    /// stored now, was approved.
    async fn kit_of(&self, board: &Board) -> Result<Kit> {
        let mut kit = board.kit(KitStatus::Draft)?;
        kit.read_voice(&self.target_of(&board.campaign).await?);
        if board.campaign.status.approval.as_ref().is_some_and(|approval| approval.content_hash == kit.content_hash) {
            kit.status = KitStatus::Approved;
        }
        Ok(kit)
    }

    async fn command_with(&self, mut board: Board, command: &Command, mut events: Vec<EventKind>) -> Result<()> {
        let decision = vcm_core::campaign::decide(&board.campaign.status, command)?;
        board.campaign.status = decision.status;
        events.extend(decision.events);
        let change = vcm_core::campaign::Change::PutCampaign(Box::new(board.campaign.clone()));
        self.commit(&board.campaign, vec![change], events, decision.audit).await.map(|_| ())
    }
}

fn write(kit: &Kit, pictures: &Pictures, target: &Target) -> Result<usize> {
    let files = KitFiles::with_pictures(kit, &RenderOptions::default(), pictures)?;
    match target {
        // The folder also holds the whole kit as one file.
        Target::Folder(path) => {
            export::write_directory(&files, path)?;
            export::write_zip_file(&files, &path.join("kit.zip"))?;
        }
        Target::Zip(path) => export::write_zip_file(&files, path)?,
        Target::Unsupported(name) => return Err(unsupported(name)),
    }
    Ok(files.iter().count())
}

/// The target as an absolute path, so that `approve` finds it from another folder.
fn absolute(target: &Target) -> String {
    match target {
        Target::Folder(path) | Target::Zip(path) => {
            std::path::absolute(path).map_or_else(|_| path.display().to_string(), |path| path.display().to_string())
        }
        Target::Unsupported(name) => name.clone(),
    }
}

fn unsupported(name: &str) -> Error {
    Error::new(ErrorKind::Unsupported, "export", "this build exports to a folder or a .zip file only")
        .with("target", name)
}
