use super::*;
#[test]
fn show() {
    for line in std::fs::read_to_string("/tmp/q.txt").unwrap().lines() {
        let found = find(line);
        println!("## {line}: {} {:?} {:?}", found.total, found.corrected, found.tried);
        for hit in found.hits.iter().take(5) {
            let lib = &builtin().0;
            let marks: Vec<String> = hit
                .marks
                .iter()
                .map(|m| {
                    format!(
                        "{:?}[{}]",
                        m.field,
                        m.field.text(lib, hit.item).unwrap().get(m.range.clone()).unwrap_or("!!!")
                    )
                })
                .collect();
            println!(
                "   {:?} {} {} {:?}",
                hit.why,
                lib.path(hit.item).unwrap(),
                lib.item(hit.item).unwrap().heading(),
                &marks[..marks.len().min(6)]
            );
        }
    }
}
