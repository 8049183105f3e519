using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init.Sources;

/// <summary>A Dockerfile and its stages.</summary>
internal sealed class Dockerfile
{
    private readonly List<DockerStage> _stages = [];
    private readonly List<DockerInstruction> _global = [];

    private Dockerfile(string path, char escape)
    {
        Path = path;
        Escape = escape;
    }

    /// <summary>The path shown in diagnostics.</summary>
    public string Path { get; }

    /// <summary>The character that escapes <c>$</c>.</summary>
    public char Escape { get; }

    /// <summary>The arguments before the first stage.</summary>
    public IEnumerable<DockerInstruction> GlobalArguments => _global.Where(instruction => instruction.Keyword == "ARG");

    /// <summary>All instructions of all stages.</summary>
    public IEnumerable<DockerInstruction> Instructions => _stages.SelectMany(stage => stage.Instructions);

    /// <summary>Reads one.</summary>
    /// <exception cref="TaskFailedException">It is none, with the line.</exception>
    public static Dockerfile Read(string text, string path)
    {
        var (instructions, escape) = DockerfileReader.Read(text, path);
        var file = new Dockerfile(path, escape);
        foreach (var instruction in instructions)
        {
            if (instruction.Keyword == "FROM")
                file._stages.Add(StageOf(instruction));
            else if (file._stages.Count == 0)
                file._global.Add(instruction);
            else
                file._stages[^1].Instructions.Add(instruction);
        }

        return file._stages.Count > 0
            ? file
            : throw TaskFailedException.Usage(InitCodes.Unreadable, "The Dockerfile has no FROM.", "Mend the file, or name another with --from.", new SourcePlace(path, 1, 1));
    }

    /// <summary>A stage and those it is built upon, the last first; the last of the file where none is named. Empty where there is none of the name.</summary>
    public IReadOnlyList<DockerStage> Chain(string? target)
    {
        var index = target is null ? _stages.Count - 1 : Find(target, _stages.Count);
        var chain = new List<DockerStage>();
        while (index >= 0)
        {
            chain.Add(_stages[index]);
            index = Find(_stages[index].From, index);
        }

        return chain;
    }

    private int Find(string name, int before)
    {
        var index = _stages.FindLastIndex(Math.Max(before - 1, 0), Math.Max(before, 0), stage => stage.Name.Length > 0 && stage.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index >= 0 || !int.TryParse(name, out var number) || number < 0 || number >= before ? index : number;
    }

    private static DockerStage StageOf(DockerInstruction from)
    {
        var words = from.Text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
        var name = words is [_, var between, var given, ..] && between.Equals("AS", StringComparison.OrdinalIgnoreCase) ? given.ToLowerInvariant() : "";
        return new DockerStage(words.FirstOrDefault() ?? "", name, from.Line);
    }
}
