//! One sort for the lists of the program. The standard library's is compiled anew for each kind of list, 5 KB a time;
//! here what is sorted are places in the list, by one function. For lists that are not sorted at every key.

use std::cmp::Ordering;

/// Sorts `list` by `order`; what is equal stays in its order.
pub fn by<T>(list: &mut [T], mut order: impl FnMut(&T, &T) -> Ordering) {
    let mut from: Vec<usize> = (0..list.len()).collect();
    places(&mut from, &mut |a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => order(a, b),
        _ => Ordering::Equal,
    });
    arrange(&mut from, &mut |a, b| list.swap(a, b));
}

/// The same by a key of each.
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |a, b| key(a).cmp(&key(b)));
}

fn places(from: &mut [usize], order: &mut dyn FnMut(usize, usize) -> Ordering) {
    from.sort_by(|a, b| order(*a, *b));
}

/// Swaps until at each place there is what was at the place that `from` names: along each cycle, once.
fn arrange(from: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..from.len() {
        let mut at = start;
        while let Some(place) = from.get_mut(at) {
            let next = std::mem::replace(place, at);
            if next == start {
                break;
            }
            swap(at, next);
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(list in prop::collection::vec((0_u8..9, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
