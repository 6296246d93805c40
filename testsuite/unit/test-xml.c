// SPDX-License-Identifier: GPL-2.0-or-later
/* Baselines in XML: the same as the text, and what is refused. */
#include "alloc.h"
#include "baseline.h"
#include "build.h"
#include "sample.h"
#include "xml.h"

#define ROOT "<kabi-baseline version=\"1\" origin=\"build\" exports=\"table\">"
#define END "</kabi-baseline>"
/* A struct around a member's type, a function around its own. */
#define MEMBER(type)                                                           \
	ROOT "<struct name=\"s\" size=\"8\" align=\"8\"><member offset=\"0\" " \
	     "name=\"m\">" type "</member></struct>" END
#define FUNCTION(type) \
	ROOT "<function name=\"f\" role=\"def\">" type "</function>" END

static char *read_text(struct kabi_model *model)
{
	char *text = NULL;
	size_t length;
	FILE *stream = open_memstream(&text, &length);

	kabi_baseline_write(stream, model);
	fclose(stream);
	return text;
}

static char *sample_xml(const char *text)
{
	struct kabi_model *model = NULL;
	struct kabi_error *error;
	char *xml = NULL;
	size_t length;
	FILE *stream = open_memstream(&xml, &length);

	error = kabi_baseline_read("b", text, strlen(text), &model);
	if (!error)
		error = kabi_xml_write(stream, model);
	if (!tap_ok(!error, "the sample is written as XML"))
		tap_diagnose("error", error->message);
	kabi_error_destroy(error);
	kabi_model_destroy(model);
	fclose(stream);
	return xml;
}

/* The text of what the XML says, or the message. */
static char *convert(const char *xml, size_t length)
{
	struct kabi_model *model = NULL;
	struct kabi_error *error = kabi_xml_read("x", xml, length, &model);
	char *text;

	if (error) {
		text = kabi_xstrdup(error->message);
		kabi_error_destroy(error);
		return text;
	}
	text = read_text(model);
	kabi_model_destroy(model);
	return text;
}

static char *sample_text(void)
{
	struct kabi_strbuf text = KABI_STRBUF_INIT;

	kabi_strbuf_add(&text, SAMPLE_HEADER);
	for (size_t i = 0; i < SAMPLE_COUNT; i++)
		kabi_strbuf_add_format(&text, "%s\n", sample_records[i]);
	kabi_strbuf_add_format(&text, "end %zu\n", SAMPLE_COUNT);
	return kabi_strbuf_steal(&text);
}

/* Attributes have no order, comments say nothing, and blanks neither. */
static const struct {
	const char *xml;
	const char *text;
} same[] = {
	{ "<kabi-baseline exports=\"external\" origin=\"objects\" "
	  "version=\"1\" release=\"6.1\"/>",
	  "kabi-baseline 1\n\trelease 6.1\n\torigin objects\n"
	  "\texports external\nend 0\n" },
	{ "<?xml version=\"1.0\"?>\n<!-- c -->" ROOT
	  "<!-- c --><public>i/*</public>\n<base encoding=\"bool\" align=\"1\" "
	  "name=\"_Bool\" size=\"1\" ><!-- c --></base><?pi?>" END "\n",
	  "kabi-baseline 1\n\torigin build\n\texports table\n\tpublic i/*\n"
	  "base _Bool size=1 align=1 encoding=bool\nend 1\n" },
	{ FUNCTION("<function-type variadic=\"1\"><returns><void "
		   "volatile=\"1\" const=\"1\"/></returns></function-type>"),
	  "kabi-baseline 1\n\torigin build\n\texports table\n"
	  "function f role=def\n\tfunc(...) const volatile void\nend 1\n" },
};

/* What must not be read, and what the message must hold. */
static const struct {
	const char *xml;
	const char *message;
} bad[] = {
	{ "<", "x:1: not well-formed: " },
	{ "<kabi-baseline", "x:1: not well-formed: " },
	{ ROOT, "not well-formed: " },
	{ ROOT "\n\n<unit" END, "x:3: not well-formed: " },
	{ "<other/>", "x:1: not a kabi baseline: <other>" },
	{ "<kabi-baseline xmlns=\"x\"/>", "not a kabi baseline" },
	{ "<kabi-baseline/>", "not a kabi baseline" },
	{ "<kabi-baseline version=\"2\"/>", "version 2 is not known" },
	{ "<kabi-baseline version=\"1\" origin=\"build\"/>", "exports" },
	{ "<kabi-baseline version=\"1\" origin=\"moon\" exports=\"table\"/>",
	  "origin: unknown value" },
	{ "<kabi-baseline version=\"1\" more=\"1\"/>",
	  "unexpected attribute \"more\"" },
	{ "<kabi-baseline version=\"1&#10;\" origin=\"build\"/>", "newline" },
	{ "<!DOCTYPE kabi-baseline [<!ENTITY a \"b\">]>\n" ROOT END,
	  "document type" },
	{ "<!DOCTYPE a SYSTEM \"/etc/passwd\">" ROOT END, "document type" },
	{ ROOT "&a;" END, "not well-formed" },
	{ ROOT "text" END, "text between records" },
	{ ROOT "<![CDATA[text]]>" END, "text between records" },
	{ ROOT "\n<class name=\"a\"/>" END, "x:2: unexpected element <class>" },
	{ ROOT "<unit name=\"a\"/>" END, "has no \"scope=\"" },
	{ ROOT "<unit scope=\"used\"/>" END,
	  "no attribute \"name\" in <unit>" },
	{ ROOT "<unit name=\"a b\" scope=\"used\"/>" END,
	  "bad value of \"name\" in <unit>" },
	{ ROOT "<unit name=\"a\" scope=\"used&#10;x\"/>" END,
	  "bad value of \"scope\"" },
	{ ROOT "<unit name=\"a\" scope=\"used\" more=\"1\"/>" END,
	  "unexpected attribute \"more\" of <unit>" },
	{ ROOT "<unit name=\"a\" scope=\"used\" xml:lang=\"en\"/>" END,
	  "unexpected attribute \"lang\"" },
	{ ROOT "<unit name=\"a\" scope=\"used\">text</unit>" END,
	  "text between elements" },
	{ ROOT "<unit name=\"a\" scope=\"used\"><unit/></unit>" END,
	  "unexpected element <unit> in <unit>" },
	{ ROOT "<unit name=\"a\" scope=\"used\"/><public>a</public>" END,
	  "<public> behind a record" },
	{ ROOT "<public a=\"1\">b</public>" END, "unexpected attribute" },
	{ ROOT "<public>a\nb</public>" END, "newline" },
	{ ROOT "<public><b/></public>" END, "more than text" },
	{ ROOT "<setting name=\"a\"/>" END, "no attribute \"value\"" },
	{ ROOT "<setting name=\"a\" value=\"a&#10;b\"/>" END, "bad value" },
	{ ROOT "<macro name=\"A\"/>" END, "no attribute \"value\" in <macro>" },
	{ ROOT "<macro name=\"A\" value=\"x\"/>" END, "bad value" },
	{ ROOT "<macro name=\"A\" value=\"1\" string=\"a\"/>" END,
	  "unexpected attribute \"value\"" },
	{ ROOT "<macro name=\"A\" string='a\"b'/>" END, "macro A" },
	{ ROOT "<macro name=\"A\" string=\"a\\q\"/>" END, "bad escape" },
	{ ROOT "<typedef name=\"t\"/>" END, "no type in <typedef>" },
	{ ROOT "<typedef name=\"t\"><void/><void/></typedef>" END,
	  "unexpected element <void>" },
	{ ROOT "<typedef name=\"t\"><problem/></typedef>" END,
	  "<problem> is no type" },
	{ ROOT "<enum name=\"e\" size=\"4\" signed=\"0\"><enumerator "
	       "name=\"A 1\" value=\"1\"/></enum>" END,
	  "bad value of \"name\" in <enumerator>" },
	{ ROOT "<enum name=\"e\" size=\"4\" signed=\"0\"><enumerator "
	       "name=\"A\" value=\"1\"/><in total=\"2\"/></enum>" END,
	  "no <file> in <in>" },
	{ ROOT "<export name=\"a\" license=\"any\"><in total=\"1\"><file "
	       "name=\"b c\"/></in></export>" END,
	  "bad value of \"name\" in <file>" },
	{ ROOT
	  "<base name=\"a\" size=\"1\" align=\"1\" encoding=\"bool\"/>"
	  "<base name=\"a\" size=\"1\" align=\"1\" encoding=\"bool\"/>" END,
	  "is there twice" },
	{ MEMBER(""), "no type in <member>" },
	{ MEMBER("<strange/>"), "<strange> is no type" },
	{ MEMBER("<pointer/>"), "no type in <pointer>" },
	{ MEMBER("<void>text</void>"), "text between elements" },
	{ MEMBER("<void more=\"1\"/>"), "unexpected attribute" },
	{ MEMBER("<void const=\"0\"/>"), "bad value of \"const\"" },
	{ MEMBER("<type-ref/>"), "no attribute \"name\" in <type-ref>" },
	{ MEMBER("<type-ref name=\"\"/>"), "expected a type" },
	{ MEMBER("<type-ref name=\"a, b\"/>"), "bad value" },
	{ MEMBER("<type-ref name=\"*a\"/>"), "bad value" },
	{ MEMBER("<struct-ref name=\"size=1 align=1 {\"/>"), "bad value" },
	{ MEMBER("<array count=\"-1\"><void/></array>"), "member m" },
	{ MEMBER("<array count=\"1\" variable=\"1\"><void/></array>"), "]" },
	{ MEMBER("<vector><void/></vector>"), "no attribute \"count\"" },
	{ MEMBER("<struct size=\"1\"/>"), "no attribute \"align\"" },
	{ MEMBER("<union size=\"1\" align=\"1\"><void/></union>"),
	  "unexpected element <void> in <union>" },
	{ MEMBER("<type-ref name=\"a\" space=\"far\"/>"),
	  "bad value of \"space\"" },
	{ FUNCTION("<function-type/>"), "no <returns>" },
	{ FUNCTION("<function-type prototype=\"no\" variadic=\"1\"><returns>"
		   "<void/></returns></function-type>"),
	  "without a prototype" },
	{ FUNCTION("<function-type attributes=\"b a\"><returns><void/>"
		   "</returns></function-type>"),
	  "attributes not sorted" },
	{ FUNCTION("<function-type attributes=\"a](int\"><returns><void/>"
		   "</returns></function-type>"),
	  "bad value of \"attributes\"" },
};

static void test_bad(void)
{
	for (size_t i = 0; i < BUILD_COUNT(bad); i++) {
		char *text = convert(bad[i].xml, strlen(bad[i].xml));

		if (!tap_ok(strstr(text, bad[i].message) &&
				    !strncmp(text, "x:", 2),
			    "refused: %s", bad[i].message))
			tap_diagnose(bad[i].xml, text);
		free(text);
	}
}

/* Deeper than the parser, and libxml2, let it be. */
static void test_depth(size_t depth, const char *message)
{
	struct kabi_strbuf xml = KABI_STRBUF_INIT;
	char *text;

	kabi_strbuf_add(&xml, ROOT "<typedef name=\"t\">");
	for (size_t i = 0; i < depth; i++)
		kabi_strbuf_add(&xml, "<pointer>");
	kabi_strbuf_add(&xml, "<void/>");
	for (size_t i = 0; i < depth; i++)
		kabi_strbuf_add(&xml, "</pointer>");
	kabi_strbuf_add(&xml, "</typedef>" END);
	text = convert(xml.string, xml.length);
	if (!tap_ok(strstr(text, message), "%zu deep: %s", depth, message))
		tap_diagnose("got", text);
	free(text);
	kabi_strbuf_deinit(&xml);
}

/*
 * A byte that is not there or another one: it is read or it is not, but nothing
 * else may happen (and ASan looks on).
 */
static void test_damage(const char *xml)
{
	size_t length = strlen(xml);
	size_t read = 0;
	char *copy = kabi_xmalloc(length);
	struct kabi_model *model;

	for (size_t end = 0; end < length - 1; end += 13) {
		memcpy(copy, xml, end);
		model = NULL;
		kabi_error_destroy(kabi_xml_read("x", copy, end, &model));
		/* Only white space may be missing. */
		if (model && strspn(xml + end, "\n") != length - end)
			read++;
		kabi_model_destroy(model);
	}
	tap_ok(!read, "nothing that is cut short is read");

	for (size_t at = 0; at < length; at += 7) {
		memcpy(copy, xml, length);
		copy[at] ^= 1 << at % 7;
		model = NULL;
		kabi_error_destroy(kabi_xml_read("x", copy, length, &model));
		kabi_model_destroy(model);
	}
	tap_ok(true, "flipped bits are survived");
	free(copy);
}

/* XML cannot hold every byte that a C name can. */
static void test_unsupported(void)
{
	static const char *const records[] = {
		"struct a\xff size=0 align=1",
	};
	struct kabi_model *model = build_model(records, 1);
	FILE *stream = fopen("/dev/null", "w");
	struct kabi_error *error = kabi_xml_write(stream, model);

	tap_ok(error && error->code == KABI_ERROR_UNSUPPORTED &&
		       strstr(error->message, "XML cannot hold"),
	       "a name that is no UTF-8 is an error");
	kabi_error_destroy(error);
	fclose(stream);
	kabi_model_destroy(model);
}

static void test_probe(void)
{
	tap_ok(kabi_xml_probe("<a", 2) && kabi_xml_probe("\xef\xbb\xbf\n <", 6),
	       "looks like XML");
	tap_ok(!kabi_xml_probe("", 0) && !kabi_xml_probe("  ", 2) &&
		       !kabi_xml_probe("\0<", 2) &&
		       !kabi_xml_probe("kabi-baseline 1", 15),
	       "does not look like XML");
}

int main(void)
{
	char *text = sample_text();
	char *xml = sample_xml(text);
	char *again = convert(xml, strlen(xml));

	tap_string(again, text, "text to XML to text is the same");
	free(again);
	for (size_t i = 0; i < BUILD_COUNT(same); i++) {
		again = convert(same[i].xml, strlen(same[i].xml));
		tap_string(again, same[i].text, "the same in other XML");
		free(again);
	}
	test_bad();
	test_depth(KABI_MAX_DEPTH - 1, "typedef t");
	test_depth(KABI_MAX_DEPTH, "types nested too deep");
	test_depth(10000, "not well-formed");
	test_damage(xml);
	test_unsupported();
	test_probe();
	free(xml);
	free(text);
	return tap_finish();
}
