using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Generate.Regeneration;

/// <summary>A person who changes a file by hand at random: values, keys, items, their order, comments.</summary>
internal sealed class RandomPerson(Random random, RandomApp names)
{
    private int _notes;

    public string Edit(string text)
    {
        for (var edits = random.Next(5); edits > 0; edits--)
            text = random.Next(3) == 0 ? Comment(text) : Change(text);
        return text;
    }

    private string Change(string text)
    {
        var file = YamlFile.Parse(Encoding.UTF8.GetBytes(text), "a.yaml");
        var editor = new YamlEditor(file);
        var root = file.Documents[0];
        var mappings = file.AllNodes().Where(node => node.IsMapping && node.Parent is not null).ToList();
        var lists = file.AllNodes().Where(node => node.IsSequence && node.Items.Any(item => item.IsMapping)).ToList();
        switch (random.Next(6))
        {
            case 0 when Scalars(root) is { Count: > 0 } scalars:
                editor.Replace(scalars[random.Next(scalars.Count)], names.Value());
                break;
            case 1 when mappings.Count > 0:
                var mapping = mappings[random.Next(mappings.Count)];
                var key = random.Next(2) == 0 ? names.Name() : "own" + random.Next(5);
                if (mapping.Find(key) is null)
                    editor.InsertKey(mapping, key, names.Value());
                break;
            case 2 when root["metadata"]?.Find("labels")?.Value is { IsMapping: true } labels && labels.Pairs.Any():
                editor.Remove(labels.Pairs.ElementAt(random.Next(labels.Pairs.Count())).Key);
                break;
            case 3 when Env(root) is { } env:
                var name = names.Name();
                if (env.Items.All(item => item.Text("name") != name))
                    editor.InsertItem(env, new YamlMap { { "name", name }, { "value", names.Value() } });
                break;
            case 4 when Env(root) is { } env && env.Items.Any():
                editor.Remove(env.Items.ElementAt(random.Next(env.Items.Count())));
                break;
            case 5 when lists.Count > 0 && lists[random.Next(lists.Count)] is { } list && list.Items.Count() > 1:
                var first = list.Items.First();
                editor.InsertItem(list, GitOpsTasks.Generate.ValueReader.Read(first));
                editor.Remove(first);
                break;
        }

        return Encoding.UTF8.GetString(editor.Apply().Span);
    }

    private string Comment(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        var at = random.Next(1, lines.Count);
        var note = $"# note {_notes++}";
        if (random.Next(2) == 0)
            lines[at] += " " + note;
        else
            lines.Insert(at, lines[at][..(lines[at].Length - lines[at].TrimStart(' ').Length)] + note);
        return string.Join('\n', lines) + "\n";
    }

    private static YamlNode? Env(YamlNode root) =>
        root["spec"]?["containers"]?.Items.First()["env"] is { IsSequence: true } env ? env : null;

    private static List<YamlNode> Scalars(YamlNode root) =>
        [.. root.File.AllNodes().Where(node => node is { IsMapping: true }).SelectMany(node => node.Pairs)
            .Where(pair => pair.Value.IsScalar && pair.Key.Value is not ("name" or "kind" or "path" or "newTag")).Select(pair => pair.Value)];
}
