//! Typed ids, so that a campaign's id cannot be passed where an org's is wanted.
//!
//! Campaigns, orgs and users have UUIDv7 ids made by the host (time-ordered, so pages of them are too). What a campaign
//! contains is named by a short stable *key* inside it (`angle-2`, `x-angle-2-a`): keys are the same in every run of the same
//! brief and seed, ids are not, and so only keys appear in a kit. Next: [`crate::hash`].

use std::{fmt, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Error, Result};

macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident, $what:literal);+ $(;)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// What the id names, for messages.
            pub const WHAT: &'static str = $what;
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self> {
                text.parse().map(Self).map_err(|_| {
                    Error::invalid_field(concat!("parse_", $what, "_id"), concat!($what, "_id"), format_args!("{text:?}"), "a UUID")
                })
            }
        }
    )+};
}

typed_id! {
    /// A tenant. Every read and write names one.
    OrgId, "org";
    /// A person or a service that acts.
    UserId, "user";
    /// One campaign: one brief on its way to a kit.
    CampaignId, "campaign";
}

impl OrgId {
    /// The org of an embedded, single-tenant database.
    pub const LOCAL: OrgId = OrgId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
}

impl UserId {
    /// The actor of an embedded, single-user database.
    pub const LOCAL: UserId = UserId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002));
}
