using System.Text;
using GitOpsTasks.Generate.Env;

namespace GitOpsTasks.Tests.Generate.Env;

public sealed class HashingNames
{
    private const int Count = 80;

    private static readonly string[] s_texts =
        ["", "a", " ", "<&>", "\"x\\y\"", "'", "\n", "\t", "ü", "😀", "\u2028", "\u2029", "日本", "+/=", "null", "1e3", "{{ x }}", "$X", "\\u003c", "two\nlines\n", "`", "\u00a0", "\ue000", "é"];

    [Fact]
    public async Task Gives_the_names_that_kustomize_gives()
    {
        using var workshop = new Workshop();
        var random = new Random(7);
        var expected = new List<string>();
        var kustomization = new StringBuilder("configMapGenerator:\n");
        for (var index = 0; index < Count; index++)
        {
            var texts = Texts(random, index % 5);
            var binary = index % 3 == 0 ? Bytes(random, 1 + (index % 4)) : [];
            expected.Add($"c{index}-{NameSuffixHash.OfConfigMap(texts, binary)}");
            kustomization.Append(Item(workshop, $"c{index}", "", texts.Select(text => KeyValuePair.Create(text.Key, Encoding.UTF8.GetBytes(text.Value))).Concat(binary)));
        }

        kustomization.Append("secretGenerator:\n");
        for (var index = 0; index < Count; index++)
        {
            var data = Texts(random, index % 4).Select(text => KeyValuePair.Create(text.Key, Encoding.UTF8.GetBytes(text.Value))).Concat(Bytes(random, index % 3)).ToList();
            var type = index % 2 == 0 ? "Opaque" : "acme.example/kind";
            expected.Add($"s{index}-{NameSuffixHash.OfSecret(data, type)}");
            kustomization.Append(Item(workshop, $"s{index}", $"  type: {type}\n", data));
        }

        workshop.Write("o/kustomization.yaml", kustomization.ToString());
        (await workshop.KustomizeAsync("o")).Split("\nmetadata:\n  name: ").Skip(1).Select(rest => rest.Split('\n')[0]).Order(StringComparer.Ordinal)
            .ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("6ct58987ht")]
    [InlineData("89g4tffbfk", "A=1")]
    [InlineData("f8c9tcthtf", "A=1", "B=q", "C=s t")]
    [InlineData("k2f9d8k5f7", "A=")]
    [InlineData("57km92cf26", "TAB=a\tb", "EMO=😀", "LS=a\u2028b", "Q=\"x\\y\"", "LT=<&>", "PLUS=+'`")]
    public void Gives_the_characters_that_are_known(string hash, params string[] data) =>
        NameSuffixHash.OfConfigMap(data.Select(pair => KeyValuePair.Create(pair.Split('=')[0], pair[(pair.IndexOf('=') + 1)..]))).ShouldBe(hash);

    [Fact]
    public void Hashes_the_type_of_a_secret() =>
        NameSuffixHash.OfSecret([KeyValuePair.Create("tls.key", "y"u8.ToArray()), KeyValuePair.Create("tls.crt", "x"u8.ToArray())], "kubernetes.io/tls").ShouldBe("f4c6k54dt5");

    [Fact]
    public void Knows_a_secret_without_data() => NameSuffixHash.OfSecret([]).ShouldBe("46f8b28mk5");

    private static List<KeyValuePair<string, string>> Texts(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(index => KeyValuePair.Create($"k{random.Next(1000)}.{index}", string.Concat(random.GetItems(s_texts, random.Next(5)))))];

    // The first byte is never that of a text.
    private static List<KeyValuePair<string, byte[]>> Bytes(Random random, int count) => [.. Enumerable.Range(0, count).Select(index =>
    {
        var bytes = new byte[1 + random.Next(40)];
        random.NextBytes(bytes);
        bytes[0] = 0xFF;
        return KeyValuePair.Create($"b{random.Next(1000)}.{index}", bytes);
    })];

    private static string Item(Workshop workshop, string name, string more, IEnumerable<KeyValuePair<string, byte[]>> data)
    {
        var files = new List<string>();
        foreach (var (key, value) in data)
        {
            workshop.Write($"o/{name}/{key}", "");
            File.WriteAllBytes(Path.Combine(workshop.Folder, "o", name, key), value);
            files.Add($"{name}/{key}");
        }

        return $"- name: {name}\n{more}  files: [{string.Join(", ", files)}]\n";
    }
}
