//! English glosses and names: the beginnings of words, case and accents folded.

use super::{must_find, must_not_find};

#[test]
fn english_is_found_by_the_beginnings_of_words() {
    must_find(&[
        ("specific tasks", "qianhai-2026/overview/tasks"),
        ("TASKS", "qianhai-2026/overview/tasks"),
        ("sandbox", "qianhai-2026/rules/sandbox"),
        ("fintech", "qianhai-2026/rules/sandbox"),
        ("vet", "qianhai-2026/rules/vets"),
        ("veterinary", "qianhai-2026/rules/hk-vets"),
        ("mediation", "qianhai-2026/rules/mediation"),
        ("QFLP", "qianhai-2026/rules/qflp"),
        ("unicorn", "qianhai-2026/industry/unicorns"),
        ("ferris", "qianhai-2026/landmarks/bay-glory"),
        ("occupancy", "qianhai-2026/e-hub/occupancy"),
        ("ehub", "qianhai-2026/e-hub/e-hub-park"),
        ("e-hub", "qianhai-2026/e-hub/e-hub-park"),
        ("cooperation", "hetao-shenzhen/overview/hetao"),
        ("co-operation", "hk-fyp-regional/platforms/qianhai"),
        ("stock exch", "hetao-shenzhen/flows/szse"),
        ("chan kwok-ki", "hetao-shenzhen/hk-park/chan-kwok-ki"),
        ("chankwokki", "hetao-shenzhen/hk-park/chan-kwok-ki"),
        ("john lee", "ce-visits/2023-middle-east/john-lee"),
        ("lee john", "ce-visits/2025-middle-east/lee"),
        ("quat", "hk-fyp-regional/reactions/quat"),
        ("Élizabeth", "hk-fyp-regional/reactions/elizabeth-quat"),
        ("kazakh", "ce-visits/2026-central-asia/kazakhstan"),
        ("almaty", "ce-visits/2026-central-asia/almaty-flight"),
        ("palace museum", "ce-visits/2026-central-asia/palace-museum"),
        ("visa", "ce-visits/2026-central-asia/visa-days"),
        ("memorand", "ce-visits/2023-middle-east/agreements"),
        ("hydrogen", "guangdong-15fyp/future/hydrogen"),
        ("6g", "guangdong-15fyp/future/six-g"),
        ("quantum", "guangdong-15fyp/future/quantum"),
        ("low-altitude", "guangdong-15fyp/emerging/low-altitude"),
        ("low altitude", "qianhai-2026/rules/lowalt"),
        ("lowaltitude", "qianhai-2026/rules/lowalt"),
        ("great stone", "china-belarus/park/park-term"),
        ("belarus", "china-belarus/exchange/consulate"),
        ("\"belt and road\"", "china-belarus/hk-role/belt-road"),
        ("investhk", "go-global/task-force/investhk"),
        ("algernon", "go-global/promotion/yau"),
        ("mayor", "hetao-shenzhen/signing/qin-signing"),
    ]);
    must_not_find(&[
        ("andbox", "qianhai-2026/rules/sandbox"),
        ("lmaty", "ce-visits/2026-central-asia/almaty"),
        ("almaty", "ce-visits/2026-central-asia/agreements"),
        ("\"road and belt\"", "china-belarus/hk-role/belt-road"),
        ("unicorn", "qianhai-2026/overview/tasks"),
    ]);
}
