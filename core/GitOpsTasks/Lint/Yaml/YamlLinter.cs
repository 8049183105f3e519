using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Yaml;

/// <summary>Runs the rules of a configuration over files, one after the other. Not for two threads at once: each has its own.</summary>
/// <param name="config">The rules.</param>
internal sealed class YamlLinter(YamlLintConfig config)
{
    private readonly LintText _text = new();
    private readonly ProblemList _problems = new();
    private readonly RuleSwitches _switches = new(config.Rules);

    /// <summary>What is wrong with a file, in the order yamllint tells it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Its path from the root of the tree.</param>
    public IReadOnlyList<Diagnostic> Lint(YamlFile file, string path)
    {
        if (config.Ignores(path) || RuleSwitches.IsFileOff(file.Text.Span))
            return [];
        _text.Load(file.Text);
        var errors = SyntaxErrors.Of(file, _text, config.TellsEverySyntaxError);
        if (errors.IsBroken && _text.ScanError is { } stop)
            _text.StopAt(stop);
        _problems.Clear();
        for (var number = 0; number < config.Rules.Count; number++)
        {
            var rule = config.Rules[number];
            if (rule.Ignore is { } ignore && ignore.Match(config.Relative(path)))
                continue;
            _problems.Begin(number, rule.Severity);
            rule.Rule.Check(_text, _problems);
        }

        if (_problems.Count == 0)
            return errors.All(config.TellsEverySyntaxError);
        _problems.Sort();
        _switches.Load(_text);
        return Report(file.Path, errors);
    }

    // A syntax error takes the place of the first problem that is neither above nor left of it.
    private List<Diagnostic> Report(string path, in SyntaxErrors errors)
    {
        var told = new List<Diagnostic>(_problems.Count + errors.Count);
        var isOpen = errors.First is not null;
        foreach (ref readonly var problem in _problems.All)
        {
            if (problem.FoundOnLine >= _text.LineCount || _switches.IsOff(problem))
                continue;
            if (isOpen && errors.First!.Place!.Line <= problem.Line && errors.First.Place.Column <= problem.Column)
            {
                told.AddRange(errors.All(config.TellsEverySyntaxError));
                isOpen = false;
                continue;
            }

            told.Add(Describe(path, problem));
        }

        if (isOpen)
            told.AddRange(errors.All(config.TellsEverySyntaxError));
        return told;
    }

    private Diagnostic Describe(string path, in Problem problem)
    {
        var definition = config.Rules[problem.Rule].Definition;
        return new Diagnostic(definition.Code, problem.Severity, MessageOf(problem), definition.Advice?.Replace("{0}", problem.First.ToString(), StringComparison.Ordinal))
        {
            Place = new SourcePlace(path, problem.Line, problem.Column, problem.Line, problem.EndColumn),
            Rule = definition.Id,
        };
    }

    private string MessageOf(in Problem problem)
    {
        if (problem.Token >= 0)
            return problem.Message.Replace("{v}", _text.ValueOf(problem.Token), StringComparison.Ordinal);
        return problem.Message.Contains('{')
            ? problem.Message.Replace("{0}", problem.First.ToString(), StringComparison.Ordinal).Replace("{1}", problem.Second.ToString(), StringComparison.Ordinal)
            : problem.Message;
    }
}
