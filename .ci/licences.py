#!/usr/bin/env python3
"""Every crate the program or its tests are built from has a permissive licence.

Reads `cargo metadata`; an SPDX expression passes when some way of choosing at each OR leaves only
licences of the list. Prints what does not pass and exits 1.
"""
import json
import re
import subprocess
import sys

PERMISSIVE = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0",
    "CC0-1.0", "ISC", "MIT", "MIT-0", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib",
}


def passes(expression: str) -> bool:
    """Evaluates the expression with each licence replaced by whether it is permissive."""
    tokens = re.findall(r"\(|\)|\bAND\b|\bOR\b|[^\s()]+(?: WITH [^\s()]+)?", expression.replace("/", " OR "))
    words = {"AND": "and", "OR": "or", "(": "(", ")": ")"}
    return bool(eval(" ".join(words.get(token, str(token in PERMISSIVE)) for token in tokens)))  # noqa: S307


def main() -> int:
    metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--format-version", "1", "--locked"]))
    bad = []
    for package in metadata["packages"]:
        licence = package.get("license") or ""
        if not licence or not passes(licence):
            bad.append(f"{package['name']} {package['version']}: {licence or 'no licence named'}")
    print(f"{len(metadata['packages'])} packages, {len(bad)} with a licence outside the list")
    print("\n".join(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
