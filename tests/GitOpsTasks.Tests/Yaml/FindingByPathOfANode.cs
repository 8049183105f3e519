using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class FindingByPathOfANode
{
    [Theory]
    [InlineData("a:\n  b:\n    - c: x\n", "a.b[0].c")]
    [InlineData("a.b/c: x\n", "[\"a.b/c\"]")]
    [InlineData("a: {'b.c': x}\n", "a[\"b.c\"]")]
    [InlineData("'say \"hi\"': x\n", "[\"say \"\"hi\"\"\"]")]
    [InlineData("'': x\n", "[\"\"]")]
    [InlineData("'*': x\n", "[\"*\"]")]
    [InlineData("0: x\n", "0")]
    [InlineData("k: 0\n[a, b]: x\n", "[1]")]
    [InlineData("- - x\n", "[0][0]")]
    [InlineData("x\n", "")]
    public void Names_keys_and_places(string text, string expected)
    {
        var node = Document.Parse(text).AllNodes().Last();
        YamlPath.Of(node).ShouldBe(expected);
        Found(expected, node).ShouldBeTrue();
    }

    [Fact]
    public void Names_a_key_by_its_value()
    {
        var root = Document.Root("a:\n  b: x\n");
        YamlPath.Of(root["a"]!.Value.Find("b")!.Value.Key).ShouldBe("a.b");
    }

    [Fact]
    public void Finds_any_node_again()
    {
        var seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
        var found = 0;
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 5_000 : 300),
            Prop.ForAll(seeds, seed =>
            {
                var file = YamlFile.Parse(Encoding.UTF8.GetBytes(new RandomDocument(new Random(seed)).Write()), "a.yaml");
                foreach (var node in file.AllNodes().Where(node => !IsInKey(node)))
                {
                    Found(YamlPath.Of(node), node).ShouldBeTrue(YamlPath.Of(node));
                    found++;
                }
            }));
        found.ShouldBeGreaterThan(2000);
    }

    private static bool Found(string path, YamlNode node)
    {
        var root = node;
        while (root.Parent is { } parent)
            root = parent;
        return YamlPath.Parse(path).Find(root).ToList().Contains(node);
    }

    private static bool IsInKey(YamlNode node)
    {
        for (var at = node; at.Parent is { } parent; at = parent)
        {
            if (parent.Pairs.Any(pair => pair.Key == at))
                return true;
        }

        return false;
    }
}
