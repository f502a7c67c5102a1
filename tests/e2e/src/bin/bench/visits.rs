use std::fs;

use anyhow::{Result, ensure};
use e2e::Browser;

use crate::phone;
use crate::served::{Served, Visitor};
use crate::subject::Subject;

const DATA: &str = "data/microneedling.json";
const CHANGED: (&str, &str) = ("\"purpose\": \"", "\"purpose\": \"New: ");

/// The bytes of visits to one site by one browser at which nobody answers, and how many files they
/// asked for.
#[derive(Debug)]
pub(crate) struct Visits {
    pub(crate) first: (u64, usize),
    /// Nothing changed.
    pub(crate) again: (u64, usize),
    /// Only the data file changed.
    pub(crate) changed: (u64, usize),
}

impl Visits {
    /// Visits three times.
    ///
    /// # Errors
    ///
    /// If the page does not come to rest.
    pub(crate) async fn of(browser: &Browser, subject: &Subject) -> Result<Self> {
        phone::open(browser).await?;
        let served = Served::start(subject, Visitor::Looks).await?;
        let first = visit(browser, &served).await?;
        let again = visit(browser, &served).await?;
        let data = fs::read_to_string(subject.folder.join(DATA))?;
        ensure!(data.matches(CHANGED.0).count() == 1, "{DATA} has not one purpose");
        served.site.set_file(&format!("/{DATA}"), data.replacen(CHANGED.0, CHANGED.1, 1));
        let changed = visit(browser, &served).await?;
        Ok(Self { first, again, changed })
    }
}

/// The first tab's cache is the browser's, which later tabs find as it is.
async fn visit(browser: &Browser, served: &Served) -> Result<(u64, usize)> {
    served.site.clear_requests();
    browser.open_tab().await?;
    browser.client().goto(served.site.url()).await?;
    served.told("calm").await?;
    let asked = served.before("calm");
    Ok((served.bytes(&asked), asked.len()))
}
