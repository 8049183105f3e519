using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class ResolvingAScalar
{
    // YAML 1.2.2, section 10.3.2 with example 10.9, and what stands at its edges.
    [Theory]
    [InlineData(YamlScalarType.Null, "", "~", "null", "Null", "NULL")]
    [InlineData(YamlScalarType.Boolean, "true", "True", "TRUE", "false", "False", "FALSE")]
    [InlineData(YamlScalarType.Integer, "0", "0o7", "0x3A", "-19", "+12", "007", "0o14", "0xC", "12345678901234567890123")]
    [InlineData(YamlScalarType.Float, "0.", "-0.0", ".5", "+12e03", "-2E+05", "1.5", "12.e03", "-.5", "1e3", "6.8523015e+5")]
    [InlineData(YamlScalarType.Float, ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN")]
    [InlineData(YamlScalarType.String, "yes", "No", "on", "OFF", "y", "nULL", "tRUE", "0b1", "0X1F", "-0x1", "+0o7", "0o8", "0x", "0o")]
    [InlineData(YamlScalarType.String, "1_000", "190:20:30", "2001-12-14", "<<", "=", "-.nan", ".inF", ".", "-", "+", "1.2.3", "1e", "e3", "1 ", "0xG")]
    [InlineData(YamlScalarType.String, "plain", "truely", "null ", "１", "é", "..5", "-+1", "1\0", "\0")]
    public void Follows_the_core_schema(YamlScalarType expected, params string[] texts) => ShouldBe(expected, texts, YamlSchema.Core);

    // yaml.org/type, PyYAML's documentation and go-yaml v2's resolver.
    [Theory]
    [InlineData(YamlScalarType.Null, "", "~", "null", "Null", "NULL")]
    [InlineData(YamlScalarType.Boolean, "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "true", "TRUE", "False", "on", "On", "ON", "off", "Off", "OFF")]
    [InlineData(YamlScalarType.Integer, "685230", "+685_230", "02472256", "0x_0A_74_AE", "0b1010_0111_0100_1010_1110", "190:20:30")]
    [InlineData(YamlScalarType.Integer, "0", "-0", "0777", "0o14", "0XFF", "-0b1", "1:30", "0:30", "-1:5", "22:22", "1_", "-_1")]
    [InlineData(YamlScalarType.Float, "6.8523015e+5", "685.230_15e+03", "685_230.15", "190:20:30.15", "-.inf", ".NaN", ".Inf")]
    [InlineData(YamlScalarType.Float, "1e3", "08", "0128", ".5", "1.", "-.5", "1:30.")]
    [InlineData(YamlScalarType.Timestamp, "2001-12-15T02:59:43.1Z", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5", "2001-12-15 2:59:43.10", "2002-12-14")]
    [InlineData(YamlScalarType.Timestamp, "2001-1-2", "2001-01-02 \t03:04:05", "2001-01-02T3:4:5Z", "2001-01-02 03:04:05 +05")]
    [InlineData(YamlScalarType.Merge, "<<")]
    [InlineData(YamlScalarType.DefaultValue, "=")]
    [InlineData(YamlScalarType.String, "yEs", "oN", "1:60", "1:2:", "1:222", "0b2", "0b", "0x", "_1", "_", "1.2.3", "2001-12", "2001-12-1x", "2001-12-14T", "2001-12-14 text", "20010-1-1", "<", "==", "-", ".", "v1")]
    public void Follows_the_types_of_yaml_1_1(YamlScalarType expected, params string[] texts) => ShouldBe(expected, texts, YamlSchema.Yaml11);

    [Theory]
    [InlineData("yes", YamlScalarType.Boolean)]
    [InlineData("'yes'", YamlScalarType.String)]
    [InlineData("\"1\"", YamlScalarType.String)]
    [InlineData("|\n  1", YamlScalarType.String)]
    [InlineData("!!str 1", YamlScalarType.String)]
    [InlineData("!!int \"1\"", YamlScalarType.Integer)]
    [InlineData("!!float 1", YamlScalarType.Float)]
    [InlineData("!!bool \"\"", YamlScalarType.Boolean)]
    [InlineData("!!null ''", YamlScalarType.Null)]
    [InlineData("!!timestamp '2001-01-01'", YamlScalarType.Timestamp)]
    [InlineData("!!binary R0lG", YamlScalarType.String)]
    [InlineData("!local 1", YamlScalarType.String)]
    [InlineData("! 1", YamlScalarType.String)]
    [InlineData("", YamlScalarType.Null)]
    public void Regards_tags_and_quotes(string value, YamlScalarType expected) =>
        Document.Root($"key: {value}\n")["key"]!.Value.TypeIn(YamlSchema.Yaml11).ShouldBe(expected);

    [Fact]
    public void Goes_through_aliases_and_leaves_collections_alone()
    {
        var root = Document.Root("a: &one 1\nb: *one\nc: [1]\nd: {}\n");
        root.Find("b")!.Value.Value.TypeIn(YamlSchema.Core).ShouldBe(YamlScalarType.Integer);
        root["c"]!.Value.TypeIn(YamlSchema.Core).ShouldBeNull();
        root["d"]!.Value.TypeIn(YamlSchema.Core).ShouldBeNull();
    }

    [Fact]
    public void Allocates_nothing()
    {
        Resolve();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Resolve();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Resolve()
        {
            YamlScalarTypes.OfPlain("190:20:30.15", YamlSchema.Yaml11);
            YamlScalarTypes.OfPlain("2001-12-14 21:59:43.10 -5"u8, YamlSchema.Yaml11);
            YamlScalarTypes.OfPlain("false", YamlSchema.Core);
        }
    }

    private static void ShouldBe(YamlScalarType expected, string[] texts, YamlSchema schema)
    {
        foreach (var text in texts)
        {
            YamlScalarTypes.OfPlain(text, schema).ShouldBe(expected, text);
            YamlScalarTypes.OfPlain(Encoding.UTF8.GetBytes(text), schema).ShouldBe(expected, text);
        }
    }
}
