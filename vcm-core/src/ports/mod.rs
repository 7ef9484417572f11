//! Ports: what the machine needs from outside, one small trait a file.
//!
//! Every bullet in a trait's docs is a case of the same name in `vcm_core::testing`, and every backend runs them all. Functions
//! take the narrowest trait they need; [`store::Store`] is the sum of the reads and the one way to write.

pub mod blobs;
pub mod classifier;
pub mod clock;
pub mod embedder;
pub mod leases;
pub mod outbox;
pub mod reads;
pub mod store;
pub mod writer;

pub use self::{
    blobs::Blobs,
    classifier::Classifier,
    clock::Clock,
    embedder::Embedder,
    leases::{Lease, LeaseRequest, Leases},
    outbox::{Outbox, OutboxEvent},
    reads::{
        AngleReads, AssetReads, AuditReads, CampaignReads, CampaignSummary, CopyReads, EventReads, ExperimentReads,
        HashtagReads, NearestQuery, Neighbour, Page, ReceiptReads, ScheduleReads, TrendReads, VerdictReads, VoiceReads,
    },
    store::{Commit, Store, StoreExt},
    writer::{AnglesTask, CopyTask, Spark, StoryboardTask, VariantSpec, VisualTask, Writer, WriterId, Written},
};
