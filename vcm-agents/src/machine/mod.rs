//! `Machine`: the one type that hosts need. Build it once, clone it freely, open a [`Workspace`] per org and actor.
//!
//! [`builder`] puts it together, [`workspace`] holds the verbs. Next: [`crate::run`].

pub mod builder;
mod clock;
pub mod workspace;

use std::{sync::Arc, time::Duration};

use vcm_core::{
    id::OrgId,
    org::Actor,
    ports::{Clock, Embedder, Store},
};

#[cfg(feature = "export")]
pub use self::workspace::{Released, Target};
pub use self::{
    builder::MachineBuilder,
    clock::SystemClock,
    workspace::{CopyEdit, EditedCopy, ForkChanges, NewCampaign, ReplayOutcome, Workspace},
};
use crate::{agents::Crew, tools::Toolbox};

/// Runs campaigns. Cheap to clone, immutable, usable from any number of tasks at once.
#[derive(Clone)]
pub struct Machine(pub(crate) Arc<Parts>);

/// What a machine is made of.
pub(crate) struct Parts {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) embedder: Arc<dyn Embedder>,
    pub(crate) crew: Crew,
    pub(crate) toolbox: Toolbox,
    /// Names this machine in leases: host, process and a nonce.
    pub(crate) owner: String,
    pub(crate) lease_ttl: Duration,
    pub(crate) attempts: u32,
}

impl Machine {
    /// Starts to put a machine together. Only the store has no default.
    pub fn builder() -> MachineBuilder {
        MachineBuilder::default()
    }

    /// The verbs, for one org and actor. Permissions are checked by each verb.
    pub fn workspace(&self, org: OrgId, actor: Actor) -> Workspace {
        Workspace { machine: self.clone(), org, actor }
    }

    /// The store, for reads that no verb offers.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.0.store
    }
}

impl std::fmt::Debug for Machine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Machine").field("crew", &self.0.crew).field("owner", &self.0.owner).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_machine_is_shared_between_tasks() {
        fn shared<T: Clone + Send + Sync + 'static>() {}
        shared::<super::Machine>();
    }
}
