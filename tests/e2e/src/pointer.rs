use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use fantoccini::actions::{
    ActionSequence, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::elements::Element;

use crate::visit::EMBEDDED;
use crate::wait::Probe;
use crate::{Engine, Page};

/// Scrolls to an element as a visitor would if it is out of view or behind another, once a pointer may act;
/// gives whether there is one.
const REACH: &str = "
    const element = document.querySelector(arguments[0]);
    if (!element) return false;
    const hit = () => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2);
    };
    // Firefox shows what holds a press off a frame after it is there.
    const isHeldOff = () => hit()?.matches('#quiz :is(form, main)') || document.getAnimations().some(({ animationName, playState }) => {
        if (animationName !== 'settle' || playState === 'finished') return false;
        const [y, , , x] = document.documentElement.style.getPropertyValue('--at').split(' ').map(parseFloat);
        const { left, top, width, height } = element.getBoundingClientRect();
        return Math.abs(left + width / 2 - x) < 20 && Math.abs(top + height / 2 - y) < 20;
    });
    if (!element.contains(hit()) && !isHeldOff()) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return isHeldOff() ? null : true";

/// What a visitor points with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse.
    Mouse,
    /// A finger.
    Finger,
}

impl Page<'_> {
    /// Clicks an element once the page lets a pointer at it.
    ///
    /// # Errors
    ///
    /// If there is no such element, or something covers it.
    pub async fn tap(&self, selector: &str) -> Result<()> {
        loop {
            match self.reach(selector).await?.click().await {
                // It was replaced before it was pressed.
                Err(error) if error.is_stale_element_reference() => {}
                pressed => return pressed.with_context(|| format!("a click on {selector}")),
            }
        }
    }

    /// Clicks a choice by its words or its picture, not by its box.
    ///
    /// # Errors
    ///
    /// As [`Page::tap`].
    pub async fn tap_choice(&self, question: &str, choice: &str) -> Result<()> {
        self.tap(&label(question, choice)).await
    }

    /// Presses and lifts, as often as said and as fast as the browser can.
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn tap_fast(&self, pointer: Pointer, selector: &str, times: usize) -> Result<()> {
        let element = self.reach(selector).await?;
        let mut actions =
            vec![PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 }];
        for _ in 0..times {
            actions.push(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            actions.push(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        Ok(self.client().perform_actions(sequence(pointer, actions)).await?)
    }

    /// Presses and lifts, waits so many milliseconds, and presses and lifts once more, so many pixels below.
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn tap_again(
        &self,
        pointer: Pointer,
        selector: &str,
        pause: u64,
        below: f64,
    ) -> Result<()> {
        let element = self.reach(selector).await?;
        let pause = Duration::from_millis(pause);
        let [down, up] = [
            PointerAction::Down { button: MOUSE_BUTTON_LEFT },
            PointerAction::Up { button: MOUSE_BUTTON_LEFT },
        ];
        let actions = vec![
            PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 },
            down.clone(),
            up.clone(),
            PointerAction::Pause { duration: pause },
            PointerAction::MoveBy { duration: None, x: 0.0, y: below },
            down,
            up,
        ];
        Ok(self.client().perform_actions(sequence(pointer, actions)).await?)
    }

    /// Puts the mouse button down on an element, until [`Page::lift`].
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn press_down(&self, selector: &str) -> Result<()> {
        let element = self.reach(selector).await?;
        let to = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
        let down = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
        Ok(self.client().perform_actions(sequence(Pointer::Mouse, vec![to, down])).await?)
    }

    /// Lifts the mouse button where it is.
    ///
    /// # Errors
    ///
    /// If the browser refuses.
    pub async fn lift(&self) -> Result<()> {
        let up = PointerAction::Up { button: MOUSE_BUTTON_LEFT };
        Ok(self.client().perform_actions(sequence(Pointer::Mouse, vec![up])).await?)
    }

    /// Finds an element once the page lets a pointer at it, and scrolls as a visitor would where it
    /// is out of view or behind another.
    async fn reach(&self, selector: &str) -> Result<Element> {
        let arguments = &[selector.into()];
        let probe = Probe { script: REACH, arguments, may_throw: false, pending: "null" };
        let found = self.wait_for(probe, Option::<bool>::is_some).await?.flatten();
        ensure!(found.context("no pointer may act")?, "there is no {selector}");
        if self.framed && self.browser.engine() != Engine::Chromium {
            loop {
                self.bring_around(selector).await?;
                if self.stands(selector).await? {
                    break;
                }
            }
        }
        // Anew: the page as it was served may have been replaced by the program's.
        Ok(self.client().find(Locator::Css(selector)).await?)
    }

    /// Whether an element is where it was a frame ago: a frame that grows moves what sticks to its end.
    async fn stands(&self, selector: &str) -> Result<bool> {
        let stands = "
            const [selector, done] = arguments;
            const place = () => {
                const { left, top } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
                return [left, top, innerHeight].join();
            };
            const before = place();
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(place() === before))))";
        let stands = self.client().execute_async(stands, vec![selector.into()]).await?;
        Ok(stands == true)
    }

    /// Only Chromium's driver scrolls the page around a frame of another origin.
    async fn bring_around(&self, selector: &str) -> Result<()> {
        let middle =
            "const { top, height } = document.querySelector(arguments[0]).getBoundingClientRect();
             return top + height / 2";
        let middle: f64 = self.js(middle, &[selector.into()]).await?;
        self.outside().await?;
        let scroll = format!(
            "const embedded = document.querySelectorAll('{EMBEDDED}')[arguments[0]];
             const frame = embedded?.shadowRoot.querySelector('iframe') ?? document.querySelector('iframe');
             const at = frame.getBoundingClientRect().top + arguments[1];
             if (at < 50 || at > innerHeight - 50) scrollBy({{ top: at - innerHeight / 2, behavior: 'instant' }})"
        );
        let entered = self.entered.get();
        self.js::<()>(&scroll, &[entered.into(), middle.into()]).await?;
        self.enter_at(entered).await
    }
}

/// Selects the label of a choice.
pub(crate) fn label(question: &str, choice: &str) -> String {
    format!("label.choice:has(input[name='{question}'][value='{choice}'])")
}

fn sequence(pointer: Pointer, actions: Vec<PointerAction>) -> ActionSequence {
    match pointer {
        Pointer::Mouse => actions
            .into_iter()
            .fold(MouseActions::new("mouse".to_owned()), InputSource::then)
            .into(),
        Pointer::Finger => actions
            .into_iter()
            .fold(TouchActions::new("finger".to_owned()), InputSource::then)
            .into(),
    }
}
