using System.Text;
using GitOpsTasks.Chain;
using GitOpsTasks.Cli;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>An example of a task, written as a statement of a Cake script instead of a command line.</summary>
internal static class CakeExample
{
    public static string Render(TaskDeclaration task, TaskExample example)
    {
        var name = HostNames.Pascal(task.Name);
        var settings = Settings(task, example).ToList();
        if (settings.Count == 0)
            return $"GitOps{name}(new GitOps{name}Settings());";
        var text = new StringBuilder($"GitOps{name}(new GitOps{name}Settings\n{{\n");
        foreach (var setting in settings)
            text.Append($"    {setting},\n");
        return text.Append("});").ToString();
    }

    private static IEnumerable<string> Settings(TaskDeclaration task, TaskExample example)
    {
        var tree = new CommandTree(TaskCatalog.Entries, task);
        var words = example.Command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"'));
        var parsed = tree.Parse([.. words]);
        return from pair in tree.Symbols
               where task.Inputs.Contains(pair.Input)
               let texts = parsed.Given(pair.Symbol)
               where texts.Count > 0
               select $"{HostNames.Pascal(pair.Input.Name)} = {Value(pair.Input, texts)}";
    }

    private static string Value(TaskInput input, IReadOnlyList<string> texts) => input.Kind switch
    {
        InputKind.Flag or InputKind.Number => texts[^1],
        InputKind.TextList when input.Positional && texts is [var pattern] && pattern.Contains('*') =>
            $"[.. GetFiles({Literal(pattern)}).Select(file => file.FullPath)]",
        InputKind.TextList => $"[{string.Join(", ", texts.Select(Literal))}]",
        _ => Literal(texts[^1]),
    };

    private static string Literal(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
