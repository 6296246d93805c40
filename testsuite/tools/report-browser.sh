#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The HTML report in a real browser: the script runs, sorts, filters and draws,
# and nothing of a hostile name does. Skipped where there is no browser.
. "$(dirname "$0")/../tap.sh"

for browser in chromium chromium-browser google-chrome ''; do
	! command -v "$browser" > /dev/null || break
done
if [ -z "$browser" ]; then
	skip "the page in a browser" "needs chromium"
	finish
fi

# browse PAGE[#ID]: what the page is after its scripts, in ./dom. One that
# cannot run here at all (no memory to share, no name space) is as good as none.
browse() {
	timeout 120 "$browser" --headless --no-sandbox --disable-gpu \
		--disable-dev-shm-usage --no-first-run \
		--user-data-dir="$tap_work/profile" --virtual-time-budget=5000 \
		--dump-dom "file://$tap_work/$1" > dom 2> browser.err
}

echo '<p>' > empty.html
if ! browse empty.html || ! [ -s dom ]; then
	skip "the page in a browser" "$browser does not run here"
	finish
fi

mkdir -p include drivers/acme
cat > include/acme.h <<'H'
struct acme {
	char a;
#ifdef NEW
	int b;
#endif
	long c;
	unsigned int d : 3;
};
H
cat > drivers/acme/beta.h <<'H'
struct beta {
#ifdef NEW
	long more;
#endif
	long x;
};
H
cat > a.c <<'C'
#include "include/acme.h"
#include "drivers/acme/beta.h"
long acme_get(struct acme *acme) { return acme->c + acme->d; }
long acme_put(struct acme *acme) { return acme->c; }
long beta_get(struct beta *beta) { return beta->x; }
#ifndef NEW
int gone(void) { return 0; }
#endif
C
record a.c
mv a.o old.o
record a.c -DNEW
mv a.o new.o
expect "a page" 12 kabi-diff --format=html:page.html old.o new.o

browse page.html
check "its script runs" has dom '<span id="count">3 of 3 changes</span>'
check "and shows what only it can do" lacks dom '<form id="filters" hidden'
check "subsystems, and those above" has dom '<option value="drivers">drivers \(1\)</option>'
check "no layout is drawn before it is asked for" lacks dom 'class="maps"'

# The change of which struct, to open it by its link.
id=$(sed -n 's/^<tbody id="\(c[0-9]*\)".*data-dir="include".*/\1/p' page.html)
browse "page.html#$id"
check "a link to a change opens it and draws bytes" has dom '<figcaption>old: [0-9]+ bytes</figcaption>'
check "a hole" has dom 'class="hole".*<title>\[hole\]</title>'
check "what was added" has dom 'class="added"><rect[^>]*></rect><title>int b</title>'

# Another script, which uses the page as people do, has to be let in first.
cat > driver.js <<'JS'
var out = [];
var filters = document.getElementById("filters");
function shown() {
	return Array.prototype.filter.call(
		document.querySelectorAll("#changes > tbody"),
		function (body) { return !body.hidden; }
	).map(function (body) { return body.rows[0].cells[1].textContent; });
}
function set(name, value) {
	filters.elements[name].value = value;
	filters.dispatchEvent(new Event("input"));
	out.push(name + " " + value + "=" + shown().sort().join(","));
	filters.elements[name].value = "";
	filters.dispatchEvent(new Event("input"));
}
set("symbol", "acme_put");
set("symbol", "nothing like it");
set("subsystem", "drivers");
var box = filters.querySelector("input[value='3']");
box.click();
out.push("no break=" + shown().length);
box.click();
var buttons = document.querySelectorAll("#changes > thead button");
buttons[1].click();
out.push("up=" + shown().join(","));
buttons[1].click();
out.push("down=" + shown().join(","));
buttons[6].click();
out.push("symbols=" + document.querySelector("#changes > tbody").rows[0].cells[6].textContent.trim());
var pre = document.createElement("pre");
pre.textContent = "OUT|" + out.join("|") + "|";
document.body.appendChild(pre);
JS
sed '/http-equiv="Content-Security-Policy"/d; s|^</body>||; s|^</html>||' \
	page.html > driven.html
{ echo '<script>' && cat driver.js && echo '</script></body></html>'; } >> driven.html
browse driven.html
grep -o 'OUT|[^<]*' dom | tr '|' '\n' > told
check "filters by symbol" has told '^symbol acme_put=struct acme$'
check "which nothing may match" has told '^symbol nothing like it=$'
check "filters by subsystem" has told '^subsystem drivers=struct beta$'
check "filters by level" has told '^no break=1$'
check "sorts" has told '^up=function gone,struct acme,struct beta$'
check "and back" has told '^down=struct beta,struct acme,function gone$'
check "numbers with the largest first" has told '^symbols=2$'

# The page's own rule lets in no other script.
sed 's|^</body>|<script>document.title = "broken"</script><p onclick="x">&|' \
	page.html > injected.html
browse injected.html
check "no script but the page's own" lacks dom '<title>broken'
check "which runs" has dom '3 of 3 changes'

printer=$KABI_TOOLS/testsuite/unit/test-report-formats
if [ -x "$printer" ]; then
	"$printer" html > hostile.html
	browse hostile.html
	check "hostile names: the script runs" has dom '>14 of 14 changes</span>'
	check "a module to filter by" has dom '<option value="&lt;script'
	check "no element of theirs" lacks dom '<img|onerror="|<script>alert'
else
	skip "hostile names in a browser" "needs make unit-programs"
fi
finish
