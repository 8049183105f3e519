namespace GitOpsTasks.Lint.Schema.Data;

/// <summary>Reads numbers of seven bits a byte, lowest first.</summary>
internal ref struct SchemaCursor(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public int Next()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _rest[0];
            _rest = _rest[1..];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
