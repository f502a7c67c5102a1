use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::watch;

/// Answers that are held back. They go out when this is released or dropped.
#[derive(Debug)]
pub struct Hold(Arc<Gate>);

impl Hold {
    /// Waits until a request is being held back.
    pub async fn arrived(&self) {
        let mut waiting = self.0.waiting.subscribe();
        let _ = waiting.wait_for(|waiting| *waiting > 0).await;
    }

    /// Lets the answers go.
    pub fn release(self) {}
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.open.send_replace(true);
    }
}

#[derive(Debug, Default)]
pub(crate) struct Gate {
    waiting: watch::Sender<usize>,
    open: watch::Sender<bool>,
}

impl Gate {
    pub(crate) async fn pass(&self) {
        let mut open = self.open.subscribe();
        self.waiting.send_modify(|waiting| *waiting += 1);
        let _ = open.wait_for(|open| *open).await;
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Override {
    pub(crate) body: Body,
    pub(crate) content_type: Option<String>,
    pub(crate) gate: Option<Arc<Gate>>,
}

#[derive(Clone, Debug, Default)]
pub(crate) enum Body {
    #[default]
    OnDisk,
    Given(Arc<[u8]>),
    Missing,
}

impl Override {
    pub(crate) fn set_body(&mut self, body: Vec<u8>) {
        self.body = Body::Given(body.into());
    }

    pub(crate) fn set_missing(&mut self) {
        self.body = Body::Missing;
    }

    pub(crate) fn set_content_type(&mut self, content_type: &str) {
        self.content_type = Some(content_type.to_owned());
    }

    pub(crate) fn hold(&mut self) -> Hold {
        let gate = Arc::<Gate>::default();
        self.gate = Some(gate.clone());
        Hold(gate)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Overrides(HashMap<String, Override>);

impl Overrides {
    pub(crate) fn at(&mut self, key: String) -> &mut Override {
        self.0.entry(key).or_default()
    }

    pub(crate) fn get(&self, key: &str) -> Override {
        self.0.get(key).cloned().unwrap_or_default()
    }

    /// Every body that is given.
    pub(crate) fn given(&self) -> impl Iterator<Item = &[u8]> {
        self.0.values().filter_map(|changed| match &changed.body {
            Body::Given(body) => Some(&**body),
            Body::OnDisk | Body::Missing => None,
        })
    }

    pub(crate) fn remove(&mut self, key: &str) {
        self.0.remove(key);
    }
}
