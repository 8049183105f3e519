using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Generate.Regeneration;

/// <summary>What a spec wants, made and changed at random.</summary>
internal sealed class RandomApp(Random random)
{
    private static readonly string[] s_keys = ["alpha", "beta", "gamma", "delta/x", "epsilon.y"];
    private readonly SortedDictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _env = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _ports = new(StringComparer.Ordinal);
    private readonly List<string> _args = [];
    private readonly List<string> _patches = [];
    private int _replicas = 1;
    private bool _hasProbe;
    private string _tag = "v1";

    public string Value() => random.Next(6) switch
    {
        0 => "true",
        1 => random.Next(100).ToString(),
        2 => "with space: and #",
        3 => "",
        _ => "text" + random.Next(1000),
    };

    public string Name() => s_keys[random.Next(s_keys.Length)];

    public void Change()
    {
        switch (random.Next(8))
        {
            case 0:
                _replicas = random.Next(1, 9);
                break;
            case 1:
                Toggle(_labels, Value());
                break;
            case 2:
            case 3:
                Toggle(_env, Value());
                break;
            case 4:
                Toggle(_ports, random.Next(80, 90));
                break;
            case 5 when _args.Count > 0 && random.Next(2) == 0:
                _args.RemoveAt(random.Next(_args.Count));
                break;
            case 5:
                _args.Insert(random.Next(_args.Count + 1), "arg" + random.Next(100));
                break;
            case 6:
                _hasProbe = !_hasProbe;
                break;
            default:
                _tag = "v" + random.Next(100);
                if (!_patches.Remove("patch.yaml"))
                    _patches.Add("patch.yaml");
                break;
        }
    }

    public YamlMap Deployment() => new()
    {
        { "kind", "Deployment" },
        { "metadata", new YamlMap { { "name", "web" }, { "labels", Texts(_labels) } } },
        {
            "spec", new YamlMap
            {
                { "replicas", _replicas },
                {
                    "containers", new YamlList
                    {
                        new YamlMap
                        {
                            { "name", "web" },
                            { "args", _args.Count == 0 ? null : new YamlList(_args.Select(arg => new YamlText(arg))) },
                            { "env", Items(_env, pair => new YamlMap { { "name", pair.Key }, { "value", pair.Value } }) },
                            { "ports", Items(_ports, pair => new YamlMap { { "name", pair.Key }, { "containerPort", pair.Value } }) },
                            { "readinessProbe", _hasProbe ? new YamlMap { { "path", "/ready" } } : null },
                        },
                        new YamlMap { { "name", "side" }, { "image", "side:1" } },
                    }
                },
            }
        },
    };

    public YamlMap Overlay() => new()
    {
        { "kind", "Kustomization" },
        { "resources", new YamlList { "../../base" } },
        { "images", new YamlList { new YamlMap { { "name", "web" }, { "newTag", _tag } } } },
        { "patches", _patches.Count == 0 ? null : new YamlList(_patches.Select(path => new YamlMap { { "path", path } })) },
    };

    private void Toggle<T>(SortedDictionary<string, T> values, T value)
    {
        var key = Name();
        if (random.Next(3) == 0 || !values.Remove(key))
            values[key] = value;
    }

    private static YamlMap? Texts(SortedDictionary<string, string> values)
    {
        var map = new YamlMap();
        foreach (var (key, value) in values)
            map.Add(key, value);
        return map.Count == 0 ? null : map;
    }

    private static YamlList? Items<T>(SortedDictionary<string, T> values, Func<KeyValuePair<string, T>, YamlMap> item) =>
        values.Count == 0 ? null : new YamlList(values.Select(item));
}
