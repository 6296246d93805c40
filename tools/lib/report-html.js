/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Makes the page's table sortable and filterable, and draws byte maps from the
 * tables of layouts when they are opened. All facts stand in the page; without
 * this script it can be read as it is. Text from the report is only ever put
 * into text nodes and attributes.
 */
"use strict";
(function () {
	var table = document.getElementById("changes");
	var filters = document.getElementById("filters");
	var bodies = Array.prototype.slice.call(table.tBodies);
	var PER_LINE = 16, CELL = 30, LINE = 22, AXIS = 44, MAX_LINES = 64;
	var SVG = "http://www.w3.org/2000/svg";
	var lists = {};

	/* The exported symbols of a list, one string to look into. */
	function symbolsOf(id) {
		if (!(id in lists)) {
			var list = id && document.getElementById(id);
			lists[id] = list ? list.textContent.toLowerCase() : "";
		}
		return lists[id];
	}

	function modulesOf(body) {
		return Array.prototype.map.call(body.querySelectorAll("[data-module]"),
			function (hit) { return hit.dataset.module; });
	}

	var items = bodies.map(function (body, order) {
		return {
			body: body,
			order: order,
			level: Number(body.dataset.level),
			dir: body.dataset.dir || "",
			list: body.dataset.list || "",
			words: body.rows[0].textContent.toLowerCase(),
			modules: modulesOf(body)
		};
	});

	function addOption(select, value, label) {
		var option = document.createElement("option");
		option.value = value;
		option.textContent = label;
		select.appendChild(option);
	}

	/* Every directory, and those above it, with how many changes it has. */
	function fillSubsystems(select) {
		var counts = new Map();
		items.forEach(function (item) {
			var parts = item.dir ? item.dir.split("/") : [];
			for (var i = 1; i <= parts.length; i++) {
				var dir = parts.slice(0, i).join("/");
				counts.set(dir, (counts.get(dir) || 0) + 1);
			}
		});
		Array.from(counts.keys()).sort().forEach(function (dir) {
			if (dir)
				addOption(select, dir, dir + " (" + counts.get(dir) + ")");
		});
		select.parentNode.hidden = select.options.length < 2;
	}

	function fillModules(select) {
		var counts = new Map();
		items.forEach(function (item) {
			item.modules.forEach(function (name) {
				counts.set(name, (counts.get(name) || 0) + 1);
			});
		});
		Array.from(counts.keys()).sort().forEach(function (name) {
			addOption(select, name, name + " (" + counts.get(name) + ")");
		});
		select.parentNode.hidden = select.options.length < 2;
	}

	function isWithin(dir, wanted) {
		return !wanted || dir === wanted || dir.indexOf(wanted + "/") === 0;
	}

	function apply() {
		var levels = {}, shown = 0;
		var word = filters.elements.symbol.value.trim().toLowerCase();
		var dir = filters.elements.subsystem.value;
		var module = filters.elements.module.value;
		Array.prototype.forEach.call(
			filters.querySelectorAll("input[type=checkbox]"),
			function (box) { levels[box.value] = box.checked; });
		items.forEach(function (item) {
			var visible = levels[item.level] && isWithin(item.dir, dir) &&
				(!module || item.modules.indexOf(module) >= 0) &&
				(!word || item.words.indexOf(word) >= 0 ||
				 symbolsOf(item.list).indexOf(word) >= 0);
			item.body.hidden = !visible;
			shown += visible ? 1 : 0;
		});
		document.getElementById("count").textContent =
			shown + " of " + items.length + " changes";
	}

	function keyOf(item, column) {
		var cell = item.body.rows[0].cells[column];
		return cell.dataset.key === undefined ?
			cell.textContent : Number(cell.dataset.key);
	}

	function sortBy(header) {
		var down = header.getAttribute("aria-sort") === "ascending" ||
			(!header.hasAttribute("aria-sort") &&
			 header.dataset.first === "descending");
		Array.prototype.forEach.call(header.parentNode.cells, function (cell) {
			cell.removeAttribute("aria-sort");
		});
		header.setAttribute("aria-sort", down ? "descending" : "ascending");
		items.map(function (item) {
			return { item: item, key: keyOf(item, header.cellIndex) };
		}).sort(function (a, b) {
			var order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
			return (down ? -order : order) || a.item.order - b.item.order;
		}).forEach(function (entry) { table.appendChild(entry.item.body); });
	}

	function element(name, attributes, parent) {
		var node = document.createElementNS(SVG, name);
		Object.keys(attributes).forEach(function (key) {
			node.setAttribute(key, attributes[key]);
		});
		if (parent)
			parent.appendChild(node);
		return node;
	}

	/* One side of a layout: pieces of bits, from the cells of its table. */
	function piecesOf(layout, side) {
		var pieces = [];
		Array.prototype.forEach.call(
			layout.querySelectorAll("td[data-side='" + side + "']"),
			function (cell) {
				var start = Number(cell.dataset.start);
				var row = cell.parentNode;
				pieces.push({
					start: start,
					end: start + Number(cell.dataset.length),
					what: cell.dataset.what || "",
					state: row.className,
					label: cell.dataset.name || "",
					title: cell.textContent.trim()
				});
			});
		return pieces;
	}

	/* The lines that a change touches; all of them where there are few. */
	function linesOf(sides, size) {
		var total = Math.ceil(size / PER_LINE), wanted = new Set(), i;
		if (total <= MAX_LINES) {
			for (i = 0; i < total; i++)
				wanted.add(i);
		}
		sides.forEach(function (pieces) {
			pieces.forEach(function (piece) {
				if (piece.state === "same" || piece.what === "inner")
					return;
				var first = Math.floor(piece.start / 8 / PER_LINE);
				var last = Math.ceil(piece.end / 8 / PER_LINE);
				for (var line = first; line < last &&
				     wanted.size < MAX_LINES; line++)
					wanted.add(line);
			});
		});
		return Array.from(wanted).sort(function (a, b) { return a - b; });
	}

	/* What of a piece is in one line, at a row of the picture. */
	function drawPart(svg, piece, line, row, labelled) {
		var begin = line * PER_LINE * 8, end = begin + PER_LINE * 8;
		var from = Math.max(piece.start, begin), to = Math.min(piece.end, end);
		if (from >= to)
			return false;
		var part = element("svg", {
			x: AXIS + (from - begin) / 8 * CELL, y: row * LINE,
			width: (to - from) / 8 * CELL, height: LINE - 2,
			"class": piece.what || piece.state
		}, svg);
		element("rect", { x: 0, y: 0, width: "100%", height: "100%" }, part);
		element("title", {}, part).textContent = piece.title;
		if (labelled && piece.what !== "inner")
			element("text", { x: 3, y: 14 }, part).textContent =
				piece.what === "hole" ? "hole" : piece.label;
		return true;
	}

	function overlaps(taken, piece) {
		return taken.some(function (other) {
			return piece.start < other.end && other.start < piece.end;
		});
	}

	function drawSide(pieces, lines, caption) {
		var figure = document.createElement("figure");
		var text = document.createElement("figcaption");
		var svg = element("svg", {
			width: AXIS + PER_LINE * CELL + 1, height: lines.length * LINE,
			role: "img", "aria-label": caption
		});
		var taken = [], inner = [], outer = [];
		text.textContent = caption;
		pieces.forEach(function (piece) {
			(piece.what === "inner" ? inner : outer).push(piece);
		});
		lines.forEach(function (line, row) {
			element("text", { x: 0, y: row * LINE + 14, "class": "axis" },
				svg).textContent = line * PER_LINE;
		});
		inner.concat(outer).forEach(function (piece) {
			/* Members of a union: the first one stands for all. */
			if (piece.what !== "inner") {
				if (overlaps(taken, piece))
					return;
				taken.push(piece);
			}
			var labelled = true;
			lines.forEach(function (line, row) {
				if (drawPart(svg, piece, line, row, labelled))
					labelled = false;
			});
		});
		figure.appendChild(text);
		figure.appendChild(svg);
		return figure;
	}

	function draw(layout) {
		var sizes = [Number(layout.dataset.old), Number(layout.dataset.new)];
		var sides = [piecesOf(layout, "old"), piecesOf(layout, "new")];
		var lines = linesOf(sides, Math.max(sizes[0], sizes[1]));
		var maps = document.createElement("div");
		maps.className = "maps";
		["old", "new"].forEach(function (name, i) {
			maps.appendChild(drawSide(sides[i], lines,
				name + ": " + sizes[i] + " bytes"));
		});
		layout.parentNode.insertBefore(maps, layout);
	}

	function drawOnce(details) {
		var layout = details.querySelector("table.layout");
		if (!details.open || !layout || details.querySelector(".maps"))
			return;
		draw(layout);
	}

	/* A link to a change opens it. */
	function openTarget() {
		var target = location.hash.length > 1 &&
			document.getElementById(location.hash.slice(1));
		var details = target && target.querySelector("details");
		if (details)
			details.open = true;
	}

	Array.prototype.forEach.call(table.querySelectorAll("details[open]"),
		drawOnce);
	table.addEventListener("toggle", function (event) {
		drawOnce(event.target);
	}, true);
	Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header) {
		header.querySelector("button").addEventListener("click", function () {
			sortBy(header);
		});
	});
	fillSubsystems(filters.elements.subsystem);
	fillModules(filters.elements.module);
	filters.addEventListener("input", apply);
	filters.addEventListener("submit", function (event) {
		event.preventDefault();
	});
	filters.hidden = false;
	window.addEventListener("hashchange", openTarget);
	openTarget();
	apply();
}());
