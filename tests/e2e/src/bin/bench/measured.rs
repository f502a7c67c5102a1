use std::path::Path;

use anyhow::Result;
use e2e::Browser;

use crate::idle::{Idle, picture};
use crate::subject::Subject;
use crate::times::Times;
use crate::walk::Walk;

/// All walks and idle loads of one subject in one engine.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) name: String,
    walks: Vec<Walk>,
    idles: Vec<Idle>,
}

impl Measured {
    /// A figure of every walk that has it.
    pub(crate) fn walks(&self, figure: impl Fn(&Walk) -> Option<f64>) -> Times {
        self.walks.iter().filter_map(figure).collect()
    }

    /// A figure of every idle load that has it.
    pub(crate) fn idles(&self, figure: impl Fn(&Idle) -> Option<f64>) -> Times {
        self.idles.iter().filter_map(figure).collect()
    }

    pub(crate) fn first(&self) -> Times {
        self.walks(|walk| Some(walk.taken.first))
    }

    pub(crate) fn second(&self) -> Times {
        self.walks(|walk| Some(walk.second))
    }

    /// Every step of every walk.
    pub(crate) fn steps(&self) -> Times {
        self.walks.iter().flat_map(|walk| walk.steps.iter().copied()).collect()
    }

    /// How many walks there are, and in how many of them the first answer was lost.
    pub(crate) fn lost(&self) -> (usize, usize) {
        (self.walks.len(), self.walks.iter().filter(|walk| walk.taken.lost).count())
    }
}

/// Walks through the subjects in turn, so many times. With a folder for pictures each is also loaded
/// as often without an answer, and photographed once.
///
/// # Errors
///
/// If a subject is not as expected.
pub(crate) async fn in_turn(
    browser: &Browser,
    subjects: &[&Subject],
    rounds: usize,
    pictures: Option<&Path>,
) -> Result<Vec<Measured>> {
    let empty = |subject: &&Subject| Measured {
        name: subject.name.clone(),
        walks: Vec::new(),
        idles: Vec::new(),
    };
    let mut all: Vec<Measured> = subjects.iter().map(empty).collect();
    // What a browser does once is not counted.
    Walk::through(browser, subjects[0]).await?;
    for round in 1..=rounds {
        eprintln!("{:?}, round {round} of {rounds}", browser.engine());
        for (subject, measured) in subjects.iter().zip(&mut all) {
            measured.walks.push(Walk::through(browser, subject).await?);
            let Some(pictures) = pictures else { continue };
            measured.idles.push(Idle::of(browser, subject).await?);
            if round == 1 {
                let name = subject.folder.file_name().unwrap_or_default();
                picture(browser, &pictures.join(name).with_extension("png")).await?;
            }
        }
    }
    Ok(all)
}
