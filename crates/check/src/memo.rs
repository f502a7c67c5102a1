use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;
use std::mem;

/// What was found before, as long as each check asks for it again.
#[derive(Debug)]
pub(super) struct Memo<K, V>(RefCell<HashMap<K, Entry<V>>>);

#[derive(Debug)]
struct Entry<V> {
    value: V,
    is_asked: bool,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// What is known of this, or else is found now.
    pub(super) fn get(&self, of: K, find: impl FnOnce() -> V) -> V {
        let mut known = self.0.borrow_mut();
        let entry = known.entry(of).or_insert_with(|| Entry { value: find(), is_asked: true });
        entry.is_asked = true;
        entry.value.clone()
    }

    /// Forgets what was not asked for since this was called last.
    pub(super) fn forget(&self) {
        self.0.borrow_mut().retain(|_, entry| mem::take(&mut entry.is_asked));
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn a_value_is_found_once_and_forgotten_if_nobody_asks() {
        let memo = Memo::default();
        assert_eq!(memo.get("a", || 1), 1);
        assert_eq!(memo.get("a", || 2), 1);
        memo.forget();
        assert_eq!(memo.get("a", || 3), 1);
        memo.forget();
        memo.forget();
        assert_eq!(memo.get("a", || 4), 4);
    }
}
