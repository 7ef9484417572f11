//! Orgs, actors and what their roles permit. Next: [`crate::ports`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, ErrorKind, Result},
    id::UserId,
};

/// Who acts, and as what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// The person or service.
    pub user: UserId,
    /// What they may do in the org.
    pub role: Role,
}

impl Actor {
    /// The owner of an embedded, single-user database.
    pub const LOCAL: Actor = Actor { user: UserId::LOCAL, role: Role::Owner };

    /// Checks that the actor's role holds `permission`.
    ///
    /// # Errors
    /// [`ErrorKind::PermissionDenied`].
    pub fn require(&self, permission: Permission, operation: &'static str) -> Result<()> {
        if self.role.permits(permission) {
            return Ok(());
        }
        Err(Error::new(ErrorKind::PermissionDenied, operation, "the role does not permit this")
            .with("role", self.role.as_str())
            .with("permission", permission.as_str()))
    }
}

/// Roles, each holding all permissions of the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads.
    Viewer,
    /// Creates, runs and edits campaigns.
    Editor,
    /// Also approves, rejects and exports.
    Approver,
    /// Also administers the org.
    Owner,
}

impl Role {
    /// The stable code.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Viewer => "viewer",
            Role::Editor => "editor",
            Role::Approver => "approver",
            Role::Owner => "owner",
        }
    }

    /// Whether the role holds the permission.
    pub fn permits(self, permission: Permission) -> bool {
        self >= match permission {
            Permission::Read => Role::Viewer,
            Permission::Write => Role::Editor,
            Permission::Approve => Role::Approver,
            Permission::Administer => Role::Owner,
        }
    }
}

/// What a verb of the machine asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// See campaigns and kits.
    Read,
    /// Create, run, edit, fork.
    Write,
    /// Approve, reject, release a kit.
    Approve,
    /// Verify the audit, migrate, erase.
    Administer,
}

impl Permission {
    /// The stable code.
    pub fn as_str(self) -> &'static str {
        match self {
            Permission::Read => "read",
            Permission::Write => "write",
            Permission::Approve => "approve",
            Permission::Administer => "administer",
        }
    }
}
