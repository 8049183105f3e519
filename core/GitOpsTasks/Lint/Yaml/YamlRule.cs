namespace GitOpsTasks.Lint.Yaml;

/// <summary>
/// One thing that is looked for in the text of a file, by the name and with the options yamllint gives it. A new one is a
/// class in Rules/ with a <see cref="RuleDefinition"/>, and a line in <see cref="RuleCatalog"/>. Rules hold options, never
/// anything of a file: several files are checked at once.
/// </summary>
internal abstract class YamlRule
{
    /// <summary>Looks at a file.</summary>
    public abstract void Check(LintText text, ProblemList problems);
}
