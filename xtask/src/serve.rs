mod server;
mod watch;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::Args;

use crate::build::{self, Flavour, quick};
use crate::paths::Paths;
use server::Server;
use watch::watch;

/// How often the server is looked after.
const LOOK: Duration = Duration::from_millis(500);

/// How to serve.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The port, or the next free one
    #[arg(long, default_value_t = 8017)]
    pub(crate) port: u16,
    /// Show it in a browser
    #[arg(long)]
    pub(crate) open: bool,
    /// Build dist/ and serve that, as visitors get it, instead of what compiles quickest
    #[arg(long)]
    pub(crate) release: bool,
}

enum Event {
    /// A source file changed.
    Changed,
    /// The studio is built, or cannot be.
    Studio(Result<()>),
}

/// Builds and serves, and builds again whenever the program changes, until it is ended. The address is
/// printed as soon as the quiz is there; the studio is built meanwhile.
///
/// # Errors
///
/// If the first build fails or the server ends.
pub(crate) fn serve(paths: &Paths, options: &Options) -> Result<()> {
    let (sender, events) = channel();
    let _watcher = watch(&paths.root, {
        let sender = sender.clone();
        move || drop(sender.send(Event::Changed))
    })?;
    let mut site = Site { paths, release: options.release, sender, studio: Studio::Stale };
    let folder = site.build()?;
    let server = Server::start(paths, &folder, options.port)?;
    println!("the quiz is at {} (Ctrl-C ends it)", server.url());
    if options.open {
        server.show();
    }
    site.follow(&events, server)
}

/// What is served, and how it is kept up to date.
struct Site<'a> {
    paths: &'a Paths,
    release: bool,
    sender: Sender<Event>,
    studio: Studio,
}

/// How the studio stands beside the sources.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Studio {
    /// It may be older.
    Stale,
    /// It is being built.
    Building,
    /// It is being built, and the sources have changed since.
    Outdated,
    /// It was built last.
    Done,
}

impl Studio {
    /// When a source file changed.
    fn changed(self) -> Self {
        match self {
            Self::Building | Self::Outdated => Self::Outdated,
            Self::Stale | Self::Done => Self::Stale,
        }
    }

    /// When a build came to its end.
    fn built(self) -> Self {
        if self == Self::Outdated { Self::Stale } else { Self::Done }
    }
}

impl Site<'_> {
    fn build(&self) -> Result<PathBuf> {
        if self.release {
            build::build(self.paths, Flavour::DEFAULT)?;
            return Ok(self.paths.dist());
        }
        quick::build(self.paths)?;
        Ok(quick::site(self.paths))
    }

    fn follow(&mut self, events: &Receiver<Event>, mut server: Server) -> Result<()> {
        loop {
            if !self.release && self.studio == Studio::Stale {
                self.studio = Studio::Building;
                let (paths, sender) = (self.paths.clone(), self.sender.clone());
                thread::spawn(move || sender.send(Event::Studio(quick::build_studio(&paths))));
            }
            match events.recv_timeout(LOOK) {
                Ok(event) => self.take(event),
                Err(RecvTimeoutError::Timeout) => server.check()?,
                Err(RecvTimeoutError::Disconnected) => bail!("the files are no longer watched"),
            }
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Changed => {
                report(self.build().map(drop), "the last good build is still served");
                self.studio = self.studio.changed();
            }
            Event::Studio(result) => {
                self.studio = self.studio.built();
                report(result, "the studio is as it was");
            }
        }
    }
}

fn report(result: Result<()>, else_what: &str) {
    if let Err(error) = result {
        eprintln!("error: {error:#}\n{else_what}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_builds_the_studio_once_more_and_no_two_at_once() {
        assert_eq!(Studio::Building.built(), Studio::Done);
        assert_eq!(Studio::Done.changed(), Studio::Stale);
        assert_eq!(Studio::Stale.changed(), Studio::Stale);
        let changed_twice = Studio::Building.changed().changed();
        assert_eq!(changed_twice, Studio::Outdated);
        assert_eq!(changed_twice.built(), Studio::Stale);
    }
}
