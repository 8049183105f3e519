namespace GitOpsTasks.Forges.Repository;

/// <summary>How a repository is read and written.</summary>
public enum RepositoryVia
{
    /// <summary>By git, through any address git can push to.</summary>
    Git,

    /// <summary>By the API of its forge alone: no git, and no clone.</summary>
    Api,
}
