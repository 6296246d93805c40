# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=sh
# The recipes of docs/ci.md, as they stand there, on the demonstration's kernel: the
# gate is open for the same kernel and shut for the next release, until that is accepted.
. "$(dirname "$0")/../tap.sh"

CI=$tap_suite/../docs/ci.md

# recipe HEADING: the block of code below it. The plugin is not installed here.
recipe() {
	awk -v heading="$1" '
		/^#+ / { found = $0 == heading; seen = 0; next }
		found && /^    / { print substr($0, 5); seen = 1; next }
		found && /^$/ { if (seen) print ""; next }
		found && seen { exit }' "$CI" |
		sed "s|-fplugin=kabi|-fplugin=$KABI_PLUGIN|"
}

# kernel NAME: the demonstration's, with the targets and files of a package.
kernel() {
	rm -rf "$1"
	cp -R "$tap_suite/demo/tree" "$1"
	printf '%s\n' '.PHONY: bzImage modules' 'bzImage modules: all' \
		'include Makefile' > "$1/GNUmakefile"
	cp kabi.baseline kabi.rules "$1"
}

# gate NAME COMMAND...: green for what it was made from, red for the next release,
# green again when that is accepted. The command is run in the kernel's directory.
gate() {
	name=$1
	shift
	kernel tree
	(cd tree && "$@") > out 2> err
	check "$name: green" test $? -eq 0
	kernel tree
	(cd tree && patch -s -p1 < "$tap_suite/demo/next-release.patch" &&
		"$@") > out 2> err
	check "$name: red" test $? -ne 0
	[ ! -f summary.md ] || cp summary.md red.md
	check "$name: says what broke" grep -q 'member-added: quirks' out err
	kernel tree
	cp accepted.rules tree/kabi.rules
	(cd tree && patch -s -p1 < "$tap_suite/demo/next-release.patch" &&
		"$@") > out 2> err
	check "$name: accepted" test $? -eq 0
}

# The baseline, as "Create" has it, and rules that accept the next release.
: > kabi.rules
: > kabi.baseline
kernel build
make -s -C build "KCFLAGS=-fplugin=$KABI_PLUGIN" all || not_ok 'the kernel builds'
recipe '## The baseline' | sed '/--symbols=/,$d' > create
check 'a baseline is created' sh -e create
cp -R build next
(cd next && patch -s -p1 < "$tap_suite/demo/next-release.patch" &&
	make -s "KCFLAGS=-fplugin=$KABI_PLUGIN" all)
kabi-diff --accept=accepted.rules kabi.baseline next > /dev/null
sed 's/^reason = .*/reason = a test/; s/^author =.*/author = test/' accepted.rules > rules
mv rules accepted.rules

recipe '### A plain script' > script
cat > plain << 'EOF'
make -s KCFLAGS=-fplugin=$KABI_PLUGIN all O=build >&2
mkdir -p build
find . -name build -prune -o \( -name '*.o' -o -name '*.ko' -o -name modules.order -o \
	-name kernel.release \) -print | cpio -pdm --quiet build
. ../script
EOF
command -v cpio > /dev/null ||
	sed -i 's/find .*/tar -cf - --exclude=.\/build . | tar -C build -xf -/; /-name kernel.release/d' plain
gate 'a plain script' sh ../plain

# What a job runs: GitHub each step in bash -e, GitLab all in one shell.
recipe '### A GitHub job' | awk '
	/^ *run: \|/ { block = 1; match($0, /^ */); indent = RLENGTH; next }
	/^ *run: / { sub(/^ *run: /, ""); print; next }
	block { match($0, /^ */); if (RLENGTH <= indent) block = 0; else print }' > github
check 'the GitHub job has commands' grep -q kabi-diff github
GITHUB_STEP_SUMMARY=$PWD/summary.md gate 'a GitHub job' bash -e ../github
check 'its comment' grep -q 'struct device' red.md
recipe '### A GitLab job' | awk '
	/^  script:/ { on = 1; next }
	/^  [a-z]/ { on = 0 }
	on && /^    - / { printf "%s%s", any++ ? "\n" : "", substr($0, 7); next }
	on { sub(/^ */, " "); printf "%s", $0 }
	END { print "" }' > gitlab
check 'the GitLab job has commands' grep -q kabi-diff gitlab
gate 'a GitLab job' sh -e ../gitlab
check 'its tests' grep -q '<testsuite' tree/kabi.xml

# Packages: with the real tools, where they are.
if command -v rpmbuild > /dev/null; then
	{
		printf '%s\n' 'Name: demo' 'Version: 1' 'Release: 1' 'Summary: x' \
			'License: GPL' 'Source10: kabi.baseline' 'Source11: kabi.rules' \
			'%global debug_package %{nil}' '%description' 'x'
		recipe '### An RPM package'
		printf '%s\n' '%files'
	} > demo.spec
	cat > rpm << 'EOF'
top=$PWD/rpm
mkdir -p rpm/BUILD rpm/SOURCES
cp kabi.baseline kabi.rules rpm/SOURCES
tar -cf rpm/tree.tar --exclude=./rpm .
sed "s|^%build|%prep\ntar -xf $top/tree.tar\n%build|" ../demo.spec > rpm/demo.spec
rpmbuild -bb --define "_topdir $top" rpm/demo.spec
EOF
	gate 'an RPM package' sh ../rpm
else
	skip 'an RPM package' 'needs rpmbuild'
fi
if command -v dh > /dev/null && command -v dpkg-buildpackage > /dev/null; then
	{
		printf '#!/usr/bin/make -f\n%%:\n\tdh $@\n\noverride_dh_auto_clean:\n\n'
		printf 'override_dh_auto_install:\n\n'
		recipe '### A Debian package' | sed 's/^        */\t/'
	} > rules.make
	cat > debian << 'EOF'
mkdir -p debian/source
cp ../rules.make debian/rules
chmod +x debian/rules
cp kabi.baseline kabi.rules debian
echo '3.0 (native)' > debian/source/format
printf 'Source: demo\nSection: misc\nPriority: optional\nMaintainer: x <x@example.org>\nBuild-Depends: debhelper-compat (= 13)\nStandards-Version: 4.6.0\n\nPackage: demo\nArchitecture: any\nDescription: x\n x\n' > debian/control
printf 'demo (1) unstable; urgency=low\n\n  * x\n\n -- x <x@example.org>  Thu, 01 Jan 2026 00:00:00 +0000\n' > debian/changelog
dpkg-buildpackage -b -us -uc
EOF
	gate 'a Debian package' sh ../debian
else
	skip 'a Debian package' 'needs debhelper'
fi
finish
