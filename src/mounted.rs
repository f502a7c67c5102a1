use std::cell::RefCell;

use visit::Msg;
use yew::Callback;

thread_local! {
    static MOUNTED: RefCell<Option<Callback<Msg>>> = const { RefCell::new(None) };
}

/// Lets what arrives later reach the quiz that is on the page.
pub(crate) fn mount(heard: Callback<Msg>) {
    MOUNTED.set(Some(heard));
}

/// The quiz that is on the page; none before it is shown.
pub(crate) fn mounted() -> Option<Callback<Msg>> {
    MOUNTED.with_borrow(Clone::clone)
}
