use anyhow::Result;
use e2e::{Browser, Engine};

use crate::measured::{Measured, in_turn};
use crate::subject::Subjects;

/// The five questions in one engine, with nothing slowed down.
#[derive(Debug)]
pub(crate) struct Elsewhere {
    /// The engine's name and version.
    pub(crate) engine: String,
    /// What was measured, or why nothing was.
    pub(crate) measured: Result<Vec<Measured>, String>,
}

/// Walks through the five questions in Firefox and WebKit. An engine that does not start is told of.
///
/// # Errors
///
/// If a subject is not as expected in an engine that starts.
pub(crate) async fn measure(subjects: &Subjects, rounds: usize) -> Result<Vec<Elsewhere>> {
    let mut all = Vec::new();
    for engine in [Engine::Firefox, Engine::WebKit] {
        all.push(match Browser::start(engine).await {
            Ok(browser) => {
                let name = format!("{engine:?} {}", browser.version());
                let five: Vec<_> = subjects.five.iter().collect();
                let measured = in_turn(&browser, &five, rounds, None).await?;
                browser.end().await?;
                Elsewhere { engine: name, measured: Ok(measured) }
            }
            Err(error) => {
                Elsewhere { engine: format!("{engine:?}"), measured: Err(format!("{error:#}")) }
            }
        });
    }
    Ok(all)
}
