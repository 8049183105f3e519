using System.Runtime.CompilerServices;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Walks one manifest along its schema. Visits each pair of an anchored node and a schema once, so that aliases cost nothing.</summary>
/// <param name="manifest">What is checked.</param>
/// <param name="problems">Where problems go.</param>
/// <param name="budget">Steps that are left; alternatives within alternatives of a schema cost more than the manifest has values.</param>
internal sealed class SchemaWalk(Manifest manifest, List<SchemaProblem> problems, StrongBox<int>? budget = null)
{
    private const int MostSteps = 5_000_000;

    private readonly StrongBox<int> _budget = budget ?? new StrongBox<int>(MostSteps);
    private readonly HashSet<(YamlNode Node, SchemaNode Schema)> _followed = new(ReferencePairs.Instance);
    private readonly MappingCheck _mappings = new(manifest);
    private readonly ScalarCheck _scalars = new(manifest);

    /// <summary>Checks a value.</summary>
    /// <param name="written">The value or an alias of it.</param>
    /// <param name="graph">Where parts of the schema are.</param>
    /// <param name="schema">What is allowed.</param>
    public void Check(YamlNode written, SchemaGraph graph, SchemaNode schema)
    {
        if (schema.AllowsAnything || --_budget.Value < 0)
            return;
        var node = written.Resolved;
        if (node != written && !_followed.Add((node, schema)))
            return;
        switch (node.Kind)
        {
            case YamlKind.Scalar:
                _scalars.Check(node, schema, problems);
                break;
            case YamlKind.Mapping:
                CheckMapping(node, graph, schema);
                break;
            case YamlKind.Sequence:
                CheckSequence(node, graph, schema);
                break;
        }

        if (schema.Choice is { } choice)
            CheckChoice(node, graph, choice);
    }

    private void CheckMapping(YamlNode node, SchemaGraph graph, SchemaNode schema)
    {
        if (!Allows(node, schema, SchemaTypes.Object))
            return;
        foreach (var (value, child, isRequired) in _mappings.Check(node, schema, problems))
        {
            Check(value, graph, graph[child]);
            if (!isRequired && problems.Count > 0 && problems[^1] is { Code: SchemaCodes.UnexpectedNull } found && found.Node == value)
                problems[^1] = found with { Severity = Severity.Warning };
        }
    }

    private void CheckSequence(YamlNode node, SchemaGraph graph, SchemaNode schema)
    {
        if (!Allows(node, schema, SchemaTypes.Array))
            return;
        var count = 0;
        var items = schema.Items is { } index ? graph[index] : null;
        foreach (var item in node.Items)
        {
            count++;
            if (items is not null && !manifest.IsDirective(item))
                Check(item, graph, items);
        }

        LimitCheck.CheckItems(manifest, node, schema.Limits, count, problems);
    }

    private bool Allows(YamlNode node, SchemaNode schema, SchemaTypes type)
    {
        if (schema.Types == SchemaTypes.Any || (schema.Types & type) != SchemaTypes.Any)
            return true;
        problems.Add(ProblemText.WrongType(manifest, node, type, schema));
        return false;
    }

    private void CheckChoice(YamlNode node, SchemaGraph graph, SchemaChoice choice)
    {
        foreach (var index in choice.AllOf)
            Check(node, graph, graph[index]);
        if (choice.AnyOf.Count > 0 && !choice.AnyOf.Any(index => Meets(node, graph, index)))
            problems.Add(ProblemText.NoAlternative(manifest, node, "none of the alternatives"));
        if (choice.OneOf.Count > 0 && choice.OneOf.Count(index => Meets(node, graph, index)) is var met and not 1)
            problems.Add(ProblemText.NoAlternative(manifest, node, met == 0 ? "none of the alternatives" : "more than one of the alternatives"));
        if (choice.Not is { } not && Meets(node, graph, not))
            problems.Add(ProblemText.NoAlternative(manifest, node, "what"));
    }

    private bool Meets(YamlNode node, SchemaGraph graph, int index)
    {
        var found = new List<SchemaProblem>();
        new SchemaWalk(manifest, found, _budget).Check(node, graph, graph[index]);
        return found.Count == 0;
    }
}
