//! Ctrl-C and a request to terminate: a run stops after a finished step and says how to go on, instead of dying in the middle.

use std::process::ExitCode;

use vcm_core::{Error, ErrorKind, Result};

/// Who asked the command to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Ctrl-C.
    Interrupt,
    /// A supervisor or a shutdown.
    Terminate,
    /// Whoever read standard output went away (`vcm … | head`).
    ReaderGone,
}

impl Stop {
    /// 128 and the signal's number, as shells count.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Interrupt => 130,
            Self::Terminate => 143,
            Self::ReaderGone => 141,
        }
    }

    pub(super) fn exit_code(self) -> ExitCode {
        ExitCode::from(self.code())
    }
}

/// Signals to this process, from the moment of listening: they no longer end it by themselves.
pub(super) struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl Signals {
    pub(super) fn listen() -> Result<Self> {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let failed = |error: std::io::Error| {
                Error::new(ErrorKind::Io, "start", "cannot listen for signals").caused_by(error)
            };
            let interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
            Ok(Self { interrupt, terminate: signal(SignalKind::terminate()).map_err(failed)? })
        }
        #[cfg(not(unix))]
        Ok(Self {})
    }

    /// Waits for the next one.
    pub(super) async fn next(&mut self) -> Stop {
        #[cfg(unix)]
        tokio::select! {
            _ = self.interrupt.recv() => Stop::Interrupt,
            _ = self.terminate.recv() => Stop::Terminate,
        }
        #[cfg(not(unix))]
        {
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
            Stop::Interrupt
        }
    }
}
